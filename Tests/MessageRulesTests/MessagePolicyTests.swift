import GitModel
import MessageRules
import Plans
import Testing

@Suite struct MessagePolicyTests {
  private func policy(
    _ entries: [(String, String?)], changing base: MessagePolicy = .hook
  ) throws -> MessagePolicy {
    try MessagePolicy(Self.configuration(entries), changing: base)
  }

  private static func configuration(_ entries: [(String, String?)]) -> Configuration {
    Configuration(
      entries: entries.map { Configuration.Entry(key: $0.0, value: $0.1, scope: .local) })
  }

  @Test("Without configuration a policy is what it was")
  func empty() throws {
    #expect(try policy([]) == .hook)
    #expect(try policy([], changing: .published) == .published)
  }

  @Test("Each exemption can be switched", arguments: Exemption.allCases)
  func exemptions(_ exemption: Exemption) throws {
    let key = "execplan.exempt.\(exemption.rawValue)"
    #expect(
      try policy([(key, "false")]).exemptions
        == Set(Exemption.allCases).subtracting([exemption]))
    let bare = MessagePolicy(exemptions: [])
    #expect(try policy([(key, nil)], changing: bare).exemptions == [exemption])
  }

  @Test("Each rule has a weight", arguments: MessageRule.allCases)
  func levels(_ rule: MessageRule) throws {
    let key = "execplan.check.\(rule.rawValue)"
    #expect(MessagePolicy.hook.level(of: rule) == .error)
    #expect(try policy([(key, "Warn")]).level(of: rule) == .warn)
    #expect(try policy([(key, "warn"), (key, "off")]).level(of: rule) == .off)
  }

  @Test(
    "A wrong value is an error",
    arguments: [("execplan.check.missing-id", "no"), ("execplan.exempt.merge", "perhaps")])
  func wrongValues(_ key: String, _ value: String) {
    #expect(throws: ConfigurationError.self) { try policy([(key, value)]) }
  }

  @Test("Bots add to those that are known, unless an empty value comes first")
  func bots() throws {
    let own = CommitAuthor(name: "Our Bot", email: "bot@example.com")
    let known = CommitAuthor(name: "dependabot[bot]", email: "x@example.com")
    let added = try policy([("execplan.bots", "our bot")])
    #expect(added.isBot(own) && added.isBot(known))
    let replaced = try policy([("execplan.bots", ""), ("execplan.bots", "*@example.com")])
    #expect(replaced.isBot(own) && replaced.isBot(known))
    let alone = try policy([("execplan.bots", ""), ("execplan.bots", "our *")])
    #expect(alone.isBot(own) && !alone.isBot(known))
  }

  @Test("Names that mean nothing are listed")
  func unknownKeys() {
    let configuration = Self.configuration([
      ("execplan.check.missing-id", "off"), ("execplan.check.missing", "off"),
      ("execplan.exempt.bots", "false"), ("execplan.exempt.merge", "false"),
    ])
    #expect(
      MessagePolicy.unknownKeys(in: configuration)
        == ["execplan.check.missing", "execplan.exempt.bots"])
  }

  @Test(
    "A star stands for anything",
    arguments: [
      ("a[bot]", "A[Bot]", true), ("a[bot]", "ab", false), ("*[bot]", "x[bot]", true),
      ("*[bot]", "[bot]", true), ("*[bot]", "x[bot] y", false), ("a*c", "abc", true),
      ("a*c", "ac", true), ("a*c", "a", false), ("ab*bc", "abc", false), ("*b*", "abc", true),
      ("*b*b*", "ab", false), ("*b*b*", "xbxbx", true), ("*", "", true), ("", "", true),
      ("", "x", false), ("a?", "ab", false), ("é*", "École", false), ("É*", "École", true),
    ])
  func wildcards(_ pattern: String, _ text: String, _ fits: Bool) {
    #expect(WildcardPattern(pattern).matches(text) == fits)
  }
}
