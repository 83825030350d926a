import GitModel
import Testing

@testable import Correlation

@Suite struct ReleaseSelectionTests {
  @Test(
    "Names that are versions",
    arguments: [
      ("v1.2.3", "v", [1, 2, 3], false), ("1.2.3-rc.1", "", [1, 2, 3], true),
      ("name-v1.2", "name-v", [1, 2], false), ("name@1.2", "name@", [1, 2], false),
      ("@scope/name@1.2.0", "@scope/name@", [1, 2, 0], false), ("2026.11", "", [2026, 11], false),
      ("0.1.0.0", "", [0, 1, 0, 0], false), ("v4", "v", [4], false), ("1.0rc1", "", [1, 0], true),
      ("v1.0-final", "v", [1, 0], false), ("v1.0a2", "v", [1, 0], true),
      ("1.0.dev3", "", [1, 0], true), ("1.0.post1", "", [1, 0], false),
      ("v1.2.3+build.5", "v", [1, 2, 3], false), ("v1.2.3-rc1+b", "v", [1, 2, 3], true),
      ("pkg/v1.2.3", "pkg/v", [1, 2, 3], false),
      ("V2.0", "V", [2, 0], false), ("v1.0-beta", "v", [1, 0], true),
      ("v2.0.0-alpha.1", "v", [2, 0, 0], true), ("v1.0-SNAPSHOT", "v", [1, 0], true),
      ("release-1.2", "release-", [1, 2], false), ("v1.0.0-m1", "v", [1, 0, 0], true),
    ] as [(String, String, [Int], Bool)])
  func versions(_ name: String, _ prefix: String, _ numbers: [Int], _ isPrerelease: Bool) throws {
    let version = try #require(VersionName(name))
    #expect(version.prefix == prefix)
    #expect(version.numbers == numbers)
    #expect(version.isPrerelease == isPrerelease)
  }

  @Test(
    "Names that are no versions",
    arguments: [
      "", "v", "latest", "junio-gpg-pub", "nightly", "stable", "abc123", "v1.2 3", "v1/x",
      "99999999999999999999999",
    ])
  func noVersions(_ name: String) { #expect(VersionName(name) == nil) }

  @Test(
    "Which tags are releases",
    arguments: [
      (["v4", "v4.1.0", "v4.2.0"], ["v4.1.0", "v4.2.0"]),
      (["v3", "v4", "v5"], ["v3", "v4", "v5"]),
      (["v4", "v5.1"], ["v4", "v5.1"]), (["release-2024", "v1.0"], ["v1.0"]),
      (["junio-gpg-pub", "v1.0", "latest"], ["v1.0"]), (["1", "2"], []),
      (["2026.11", "2026.12"], ["2026.11", "2026.12"]),
      (["v1.0-rc1", "v1.0"], ["v1.0-rc1", "v1.0"]),
      (["a-v4", "v4.1"], ["a-v4", "v4.1"]), ([], []),
    ] as [([String], [String])])
  func releases(_ names: [String], _ expected: [String]) {
    #expect(ReleaseSelection().releases(among: names) == expected)
  }

  @Test("Pre-releases are passed over on request")
  func stable() {
    let names = ["v1.0-rc.1", "v1.0", "1.1rc1", "v1.1-final", "v2.0.0-beta"]
    #expect(ReleaseSelection(stableOnly: true).releases(among: names) == ["v1.0", "v1.1-final"])
    let chosen = ReleaseSelection(patterns: ["v*", "x"], stableOnly: true)
    #expect(chosen.releases(among: names + ["x", "y"]) == ["v1.0", "v1.1-final", "x"])
  }

  @Test("Patterns take the place of the rule")
  func patterns() {
    let selection = ReleaseSelection(patterns: ["ship-*", "v4"])
    #expect(
      selection.releases(among: ["ship-it", "v4", "v4.1", "v1.0"]) == ["ship-it", "v4"])
  }

  /// `git tag --list <pattern>` of git 2.39 agrees on every name that git takes for a tag.
  @Test(
    "Patterns match as git's do",
    arguments: [
      ("*", "", true), ("*", "a/b", true), ("v*", "v1", true), ("v*", "av1", false),
      ("?", "a", true), ("?", "", false), ("?", "ab", false), ("v?.*", "v1.2", true),
      ("[ab]c", "bc", true), ("[!ab]c", "bc", false), ("[^ab]c", "cc", true),
      ("[a-c]1", "b1", true), ("[a-c]1", "d1", false), ("[]]", "]", true), ("[!]]", "]", false),
      ("[a-]", "-", true), ("\\*", "*", true), ("\\*", "a", false), ("a\\?b", "a?b", true),
      ("*.*.*", "1.2.3", true), ("*.*.*", "1.2", false), ("*a*b", "xaxbxb", true),
      ("*a*b", "xaxbx", false), ("release/*", "release/1/2", true), ("v1", "v1", true),
      ("v1", "v10", false), ("", "", true), ("", "a", false), ("**", "abc", true),
      ("v[0-9]*", "v1.0", true), ("v[0-9]*", "vx", false), ("é?", "éa", true),

    ] as [(String, String, Bool)])
  func glob(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(GlobPattern(pattern).matches(name) == expected)
  }

  @Test(
    "Named classes, and a bracket behind a backslash",
    arguments: [
      ("[[:digit:]]x", "4x"), ("[\\]]", "]"),
    ])
  func brackets(_ pattern: String, _ name: String) {
    #expect(GlobPattern(pattern).matches(name))
  }

  @Test("A pattern with many stars takes no time")
  func manyStars() {
    let pattern = String(repeating: "*a", count: 40)
    #expect(!GlobPattern(pattern).matches(String(repeating: "a", count: 3000) + "b"))
  }
}
