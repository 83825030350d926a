import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

@Suite struct ConfigurationReaderTests {
  /// Compares all entries with `git config --list -z`.
  private func compare(
    _ scratch: ScratchRepository, in directory: String? = nil, environment: [String: String]
  ) throws {
    let fields = try scratch.fields(
      ["config", "--list", "-z", "--show-scope"], in: directory, environment: environment)
    var expected: [String] = []
    for place in stride(from: 0, to: fields.count - 1, by: 2) {
      expected.append(fields[place] + " " + fields[place + 1])
    }
    let entries = try scratch.open(in: directory, environment: environment).configuration.entries
    #expect(
      entries.map { entry in
        "\(entry.scope) \(entry.key)" + (entry.value.map { "\n" + $0 } ?? "")
      } == expected)
    #expect(!expected.isEmpty)
  }

  @Test("Every source of configuration, in git's order")
  func sources() throws {
    let scratch = try ScratchRepository()
    let home = scratch.surroundings
    func write(_ text: String, to name: String) throws -> String {
      let url = URL(fileURLWithPath: home + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return url.path
    }
    _ = try write("[a]\n\tb = home\n[include]\n\tpath = more\n", to: ".gitconfig")
    _ = try write(
      "[a]\n\tb = included\n\tlone\n[A \"Sub.Sec\"]\n\tKey = \"x # y\" ; c\n", to: "more")
    _ = try write("[a]\n\tb = xdg\n", to: ".config/git/config")
    let other = try write("[a]\n\tb = other\n\tmulti = 1\n\tmulti = 2\n", to: "other")
    let system = try write("[a]\n\tb = system\n", to: "system")
    _ = try write("[a]\n\tb = xdg home\n", to: "xdg/git/config")
    _ = try write("[a]\n\tmatched = yes\n", to: "matched")
    _ = try write("[a]\n\tunmatched = yes\n", to: "unmatched")
    try scratch.git(["config", "includeIf.gitdir:\(scratch.path)/.path", "../../matched"])
    try scratch.git(["config", "includeIf.gitdir:/nowhere/.path", "../../unmatched"])
    try scratch.git(["config", "includeIf.onbranch:main.path", "../../matched"])
    try scratch.git(["config", "--add", "remote.Team.Fork.url", "a\tb \"c\" \\ d"])
    // The files that libgit2 finds by itself, through HOME.
    let rows: [[String: String]] = [
      ["GIT_CONFIG_GLOBAL": other], ["GIT_CONFIG_GLOBAL": ""],
      ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_NOSYSTEM": "0"],
      ["GIT_CONFIG_SYSTEM": system, "GIT_CONFIG_NOSYSTEM": "true"],
      ["GIT_CONFIG_PARAMETERS": "'a.b'='word' 'a.lone' 'c.d.e=f'"],
      [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "A.S.B", "GIT_CONFIG_VALUE_0": "x",
        "GIT_CONFIG_PARAMETERS": "'a.b'='word'",
      ],
    ]
    for environment in rows { try compare(scratch, environment: environment) }
    // Without GIT_CONFIG_GLOBAL, which the scratch repository sets: git -u is not there, so env is.
    for extra in [[], ["XDG_CONFIG_HOME=" + home + "/xdg"], ["XDG_CONFIG_HOME="]] {
      var environment = scratch.environment
      environment["GIT_CONFIG_GLOBAL"] = nil
      for pair in extra {
        let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
        environment[String(parts[0])] = String(parts[1])
      }
      let outcome = try ProgramRunner.run(
        "/usr/bin/env", ["git", "config", "--list", "-z"], in: scratch.path,
        environment: environment)
      let expected = outcome.output.split(separator: "\0").map(String.init)
      let repository = try Repository(at: .init(scratch.path), environment: environment)
      #expect(
        repository.configuration.entries.map { $0.key + ($0.value.map { "\n" + $0 } ?? "") }
          == expected)
      #expect(expected.contains("a.b\nhome"))
    }
  }

  @Test("config.worktree counts where the extension is on, for each work tree its own")
  func worktreeConfiguration() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["worktree", "add", "-q", linked])
    try scratch.git("config extensions.worktreeConfig true")
    try scratch.git("config --worktree a.b main")
    try scratch.git(["config", "--worktree", "a.b", "linked"], in: linked)
    try compare(scratch, environment: [:])
    try compare(scratch, in: linked, environment: [:])
    try scratch.git("config extensions.worktreeConfig false")
    try compare(scratch, environment: [:])
  }

  @Test("Single values are added and removed, and others stay")
  func severalValues() throws {
    let scratch = try ScratchRepository()
    let key = "branch.ep/a.b-c.execplan"
    let odd = "docs/a (b)*.md"
    for value in ["one", odd, "one.two"] {
      try scratch.open().addConfiguration(key, value: value)
    }
    #expect(try scratch.git(["config", "--get-all", key]) == "one\n\(odd)\none.two")
    try scratch.open().removeConfiguration(key, value: "on")
    try scratch.open().removeConfiguration(key, value: "oneXtwo")
    try scratch.open().removeConfiguration("branch.none.execplan", value: "one")
    #expect(try scratch.git(["config", "--get-all", key]) == "one\n\(odd)\none.two")
    try scratch.open().removeConfiguration(key, value: odd)
    try scratch.open().removeConfiguration(key, value: "one")
    #expect(try scratch.git(["config", "--get-all", key]) == "one.two")
  }

  @Test("Writing a value keeps every other byte of the file")
  func setConfiguration() throws {
    let scratch = try ScratchRepository()
    let text =
      try scratch.read(".git/config")
      + "# a comment\n[Branch \"a\"]\n    execplan=EP-1   ; why\n\n[other]\n\tx = \"y\\n\"\n"
    try scratch.write(text, to: ".git/config")
    let repository = try scratch.open()
    try repository.setConfiguration("branch.a.execplan", to: "EP-20260101-001")
    #expect(try scratch.git("config branch.a.execplan") == "EP-20260101-001")
    let changed = try scratch.read(".git/config").split(
      separator: "\n", omittingEmptySubsequences: false)
    let before = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(changed.count == before.count)
    #expect(zip(before, changed).filter { $0 != $1 }.count == 1)
    try repository.setConfiguration("branch.b.c/d.execplanBase", to: "abc \"q\" # ; \\")
    #expect(
      try scratch.git(["config", "branch.b.c/d.execplanBase"]) == "abc \"q\" # ; \\")
    #expect(try scratch.read(".git/config").hasPrefix(changed.joined(separator: "\n")))
  }

  @Test(
    "The hooks folder is where git looks for it",
    arguments: [
      nil, "/somewhere/hooks", "~/hooks", "hooks", "../shared/hooks", ".husky/_", "",
    ])
  func hooksDirectory(_ configured: String?) throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["worktree", "add", "-q", linked])
    if let configured { try scratch.git(["config", "core.hooksPath", configured]) }
    for directory in [scratch.path, linked, try scratch.folder("a/b")] {
      let repository = try scratch.open(in: directory)
      if configured == "" {
        #expect(repository.hooksDirectory == nil)
        continue
      }
      let root = try scratch.git(["rev-parse", "--show-toplevel"], in: directory)
      // A relative path is one from the top of the work tree, where hooks run.
      let said = try scratch.git(["rev-parse", "--git-path", "hooks"], in: root)
      let expected = URL(fileURLWithPath: said, relativeTo: URL(fileURLWithPath: root + "/"))
      let own = try #require(repository.hooksDirectory)
      #expect(own.lexicallyNormalized().string == expected.standardizedFileURL.path)
    }
  }
}
