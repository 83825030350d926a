import GitModel
import Testing

@Suite struct ConfigurationTests {
  private func configuration(_ value: String?) -> Configuration {
    Configuration(entries: [Configuration.Entry(key: "a.b", value: value, scope: .local)])
  }

  /// The expectations were printed by `git config --type=bool a.b` of git 2.39.
  @Test(
    "Booleans",
    arguments: [
      (nil, true), ("true", true), ("TRUE", true), ("yes", true), ("On", true), ("1", true),
      ("42", true), ("-1", true), ("1k", true), ("+1", true), ("0x10", true), ("010", true),
      ("false", false), ("No", false), ("off", false), ("", false), ("0", false), ("0x0", false),
      ("0k", false), (" 1", true),
    ] as [(String?, Bool)])
  func booleans(_ value: String?, _ expected: Bool) throws {
    #expect(try configuration(value).boolean("a.b") == expected)
  }

  @Test(
    "What is no boolean",
    arguments: ["maybe", "t", "y", "truee", " true", "1 ", "1kk", "2147483648", "0x", "09"])
  func noBooleans(_ value: String) {
    #expect(throws: ConfigurationError.self) { try configuration(value).boolean("a.b") }
  }

  /// The expectations were printed by `git config --type=int a.b` of git 2.39.
  @Test(
    "Integers",
    arguments: [
      ("0", 0), ("12", 12), ("-7", -7), ("+7", 7), ("2k", 2048), ("2K", 2048), ("3m", 3_145_728),
      ("1G", 1_073_741_824), ("-1k", -1024), ("0x10", 16), ("0X1f", 31), ("010", 8), (" 5", 5),
      ("0x1k", 1024), ("9223372036854775807", 9_223_372_036_854_775_807),
    ])
  func integers(_ value: String, _ expected: Int) throws {
    #expect(try configuration(value).integer("a.b") == expected)
  }

  @Test(
    "What is no integer",
    arguments: [nil, "", "k", "1.5", "12a", "1kb", "5 ", "0xg", "9223372036854775807k", "yes"])
  func noIntegers(_ value: String?) {
    #expect(throws: ConfigurationError.self) { try configuration(value).integer("a.b") }
  }

  @Test("A key that is not there is nil for every type")
  func absence() throws {
    let empty = Configuration(entries: [])
    #expect(empty.string("a.b") == nil)
    #expect(try empty.boolean("a.b") == nil)
    #expect(try empty.integer("a.b") == nil)
    #expect(empty.path("a.b", home: "/home") == nil)
    #expect(empty.strings("a.b").isEmpty)
  }

  @Test("The strongest scope wins, whatever the order of the entries")
  func scopes() {
    let scopes: [Configuration.Scope] = [.command, .worktree, .system, .local, .global]
    let configuration = Configuration(
      entries: scopes.map { .init(key: "a.b", value: "\($0)", scope: $0) })
    #expect(configuration.string("a.b") == "command")
    #expect(
      configuration.strings("a.b") == ["system", "global", "local", "worktree", "command"])
    #expect(configuration.strings("a.b", in: [.global, .system]) == ["system", "global"])
  }

  @Test("Within a scope the last value wins")
  func lastWins() {
    let configuration = Configuration(
      entries: ["1", "2", "3"].map { .init(key: "a.b", value: $0, scope: .local) })
    #expect(configuration.string("a.b") == "3")
    #expect(configuration.strings("a.b") == ["1", "2", "3"])
  }

  @Test(
    "Section and name ignore case, a subsection does not",
    arguments: [
      ("Branch.Feature/X.ExecPlan", "branch.Feature/X.execplan", true),
      ("branch.feature/x.execplan", "branch.Feature/X.execplan", false),
      ("CORE.HooksPath", "core.hookspath", true),
      ("branch.a.b.c.Remote", "branch.a.b.c.remote", true),
      ("branch.A.b.c.remote", "branch.a.b.c.remote", false),
      ("remote.Host.Example.COM.url", "REMOTE.Host.Example.COM.URL", true),
    ])
  func keys(_ written: String, _ asked: String, _ isSame: Bool) {
    let configuration = Configuration(
      entries: [.init(key: written, value: "x", scope: .local)])
    #expect((configuration.string(asked) == "x") == isSame)
  }

  @Test("Subsections keep dots and case, each once")
  func subsections() {
    let keys = [
      "remote.origin.url", "remote.Host.example.url", "remote.origin.fetch", "remote.pushDefault",
      "remotes.x.y", "REMOTE.Up.url", "remote..url",
    ]
    let configuration = Configuration(
      entries: keys.map { .init(key: $0, value: "", scope: .local) })
    #expect(configuration.subsections(of: "Remote") == ["origin", "Host.example", "Up", ""])
  }

  @Test(
    "Paths begin at home",
    arguments: [
      ("~", "/home"), ("~/hooks", "/home/hooks"), ("hooks", "hooks"), ("/abs", "/abs"),
      ("a/~", "a/~"), ("", ""),
    ])
  func paths(_ value: String, _ expected: String) {
    #expect(configuration(value).path("a.b", home: "/home") == expected)
  }
}
