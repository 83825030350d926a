import GitModel
import Testing

@Suite struct ConfigurationEnvironmentTests {
  private func pairs(_ environment: [String: String]) -> [String] {
    Configuration.entries(fromEnvironment: environment).map { entry in
      #expect(entry.scope == .command)
      return entry.value.map { "\(entry.key)=\($0)" } ?? entry.key
    }
  }

  @Test(
    "GIT_CONFIG_PARAMETERS in the old and the new quoting",
    arguments: [
      ("'a.b'='c'", ["a.b=c"]), ("'a.b=c'", ["a.b=c"]), ("'a.b'", ["a.b"]), ("'a.b='", ["a.b="]),
      ("'a.b'=''", ["a.b="]), ("'a.b'=", ["a.b"]),
      ("'a.b'='c' 'd.e=f' 'g.h'", ["a.b=c", "d.e=f", "g.h"]),
      ("'a.b'='it'\\''s'", ["a.b=it's"]), ("'a.b=it'\\''s'", ["a.b=it's"]),
      ("'a.b'='x'\\!'y'", ["a.b=x!y"]), ("'a.b'='c=d'", ["a.b=c=d"]), ("'a.b=c=d'", ["a.b=c=d"]),
      ("'a.x=y.b'='c'", ["a.x=y.b=c"]), ("", []),
      ("'A.Sub.B'='C'", ["a.Sub.b=C"]), ("'a.b'='two\nlines'", ["a.b=two\nlines"]),
      ("'a.b", []), ("a.b=c", []),
    ] as [(String, [String])])
  func parameters(_ text: String, _ expected: [String]) {
    #expect(pairs(["GIT_CONFIG_PARAMETERS": text]) == expected)
  }

  @Test("GIT_CONFIG_COUNT numbers keys and values")
  func count() {
    let environment = [
      "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "a.b", "GIT_CONFIG_VALUE_0": "1",
      "GIT_CONFIG_KEY_1": "C.D", "GIT_CONFIG_VALUE_1": "", "GIT_CONFIG_KEY_2": "e.f",
      "GIT_CONFIG_VALUE_2": "not counted",
    ]
    #expect(pairs(environment) == ["a.b=1", "c.d="])
  }

  @Test("A count that makes no sense gives nothing", arguments: ["-1", "", "x", "0"])
  func badCount(_ count: String) {
    let environment = [
      "GIT_CONFIG_COUNT": count, "GIT_CONFIG_KEY_0": "a.b", "GIT_CONFIG_VALUE_0": "1",
    ]
    #expect(pairs(environment).isEmpty)
  }

  @Test("The words of -c win over GIT_CONFIG_COUNT, as in git")
  func order() {
    let environment = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "a.b", "GIT_CONFIG_VALUE_0": "count",
      "GIT_CONFIG_PARAMETERS": "'a.b'='word'",
    ]
    let entries = Configuration.entries(fromEnvironment: environment)
    #expect(Configuration(entries: entries).string("a.b") == "word")
  }
}
