import GitModel
import MessageRules
import Plans
import Testing

@Suite struct MessageJudgeTests {
  /// Three plans: an active one with a milestone, a done one, and one that is known by its path.
  private static func context(
    policy: MessagePolicy = .hook, isMerge: Bool = false, isRoot: Bool = false,
    upkeepPlans: [PlanKey] = [], isGeneralUpkeep: Bool = false, author: CommitAuthor? = nil,
    note: String = ""
  ) throws -> MessageContext {
    let active = try #require(PlanID("EP-20260117-014"))
    let done = try #require(PlanID("EP-20260117-015"))
    let path = try #require(RepositoryPath("docs/plans/1-a.md"))
    return MessageContext(
      plans: [
        .id(active): KnownPlan(
          title: "Active", status: .active, path: RepositoryPath("plans/active.md"),
          milestones: [MilestoneID(plan: active, sequence: 1)]),
        .id(done): KnownPlan(title: "Done", status: .done),
        .path(path): KnownPlan(title: "By path", path: path),
      ],
      policy: policy, isMerge: isMerge, isRoot: isRoot, upkeepPlans: upkeepPlans,
      isGeneralUpkeep: isGeneralUpkeep, author: author,
      note: PlanNote(note: Array(note.utf8)))
  }

  private static func verdict(_ message: String, _ context: MessageContext) -> Verdict {
    MessageJudge(context: context).verdict(on: Array(message.utf8))
  }

  private static func rules(_ verdict: Verdict) -> [String] {
    guard case .refused(let findings) = verdict else { return [] }
    return findings.map(\.rule.rawValue)
  }

  @Test(
    "A message that names what is known is accepted",
    arguments: [
      ("T\n\nExecPlan: EP-20260117-014\n", 1),
      ("T\n\nMilestone: EP-20260117-014/MS001\n", 1),
      ("T\n\nExecPlan: EP-20260117-014\nMilestone: EP-20260117-014/MS001\n", 2),
      ("T\n\nExecPlan: docs/plans/1-a.md\n", 1),
      ("T\n\nExecPlan: plans/active.md\nMilestone: EP-20260117-014/MS001\n", 2),
      ("T\n\nExecPlan: ../other/docs/a.md\n", 1),
      ("T\n\nExecPlan: EP-20260117-014\nexecplan: EP-20260117-014\n", 1),
      ("T\n\nExecPlan: EP-20260117-014\n\nIntention: x\n", 1),
      ("T\n\nExecPlan: EP-20260117-014\nMilestone: v2.0\n", 1),
      ("T\n\nExecPlan: none\nExecPlan: EP-20260117-014\n", 1),
      ("T (#1)\n\n* one\n\n  ExecPlan: EP-20260117-014\n\n* two\n", 1),
    ])
  func accepted(_ message: String, _ count: Int) throws {
    guard case .accepted(let links) = Self.verdict(message, try Self.context()) else {
      Issue.record("not accepted")
      return
    }
    #expect(links.count == count)
  }

  @Test(
    "A note speaks for its commit, and has the last word",
    arguments: [
      ("T\n", "ExecPlan: EP-20260117-014\n", ["EP-20260117-014"], []),
      ("T\n", "Milestone: EP-20260117-014/MS001\n", ["EP-20260117-014/MS001"], []),
      ("T\n", "nothing to the point\n", [], ["missing-id"]),
      ("T\n", "Not-ExecPlan: EP-20260117-014\n", [], ["missing-id"]),
      ("T\n", "ExecPlan: EP-20260117-099\n", [], ["unknown-plan"]),
      (
        "T\n\nExecPlan: EP-20260117-099\n",
        "ExecPlan: EP-20260117-014\nNot-ExecPlan: EP-20260117-099\n", ["EP-20260117-014"], []
      ),
      (
        "T\n\nMilestone: EP-20260117-099/MS001\n",
        "Milestone: EP-20260117-014/MS001\nNot-ExecPlan: EP-20260117-099\n",
        ["EP-20260117-014/MS001"], []
      ),
      (
        "T\n\nExecPlan: EP-20260117-099\n", "ExecPlan: EP-20260117-014\n", [], ["unknown-plan"]
      ),
      (
        "T\n\nExecPlan: EP-20260117-014\n", "Not-ExecPlan: EP-20260117-014\n", [], ["missing-id"]
      ),
      (
        "T\n\nExecPlan: plans/active.md\n", "Not-ExecPlan: EP-20260117-014\n", [], ["missing-id"]
      ),
      (
        "T\n\nMilestone: EP-20260117-014/MS009\n", "Not-ExecPlan: EP-20260117-014/MS009\n",
        ["EP-20260117-014"], []
      ),
      (
        "T\n\nExecPlan: docs/plans/old.md\n", "ExecPlan: EP-20260117-014\n", ["EP-20260117-014"],
        []
      ),
    ])
  func noted(_ message: String, _ note: String, _ links: [String], _ rules: [String]) throws {
    let verdict = Self.verdict(message, try Self.context(note: note))
    #expect(Self.rules(verdict) == rules)
    guard case .accepted(let accepted) = verdict else { return }
    #expect(accepted.map(\.value) == links)
  }

  @Test(
    "A message that breaks rules is refused with each of them",
    arguments: [
      ("T\n", ["missing-id"]),
      ("T\n\nMilestone: v2.0\n", ["missing-id"]),
      ("T\n\nThis is for EP-20260117-014, I think.\n", ["missing-id"]),
      ("ExecPlan: \n\nBody\n", ["missing-id"]),
      ("T\n\nExecPlan: EP-2026-01-17\n", ["malformed-id"]),
      ("T\n\nExecPlan: EP-20260117-14\n", ["malformed-id"]),
      ("T\n\nMilestone: MS001\n", ["malformed-id"]),
      ("T\n\nExecPlan: EP-20260117-099\n", ["unknown-plan"]),
      ("T\n\nExecPlan: docs/plans/2-b.md\n", ["unknown-plan"]),
      ("T\n\nExecPlan: EP-20260117-015\n", ["closed-plan"]),
      ("T\n\nMilestone: EP-20260117-014/MS002\n", ["unknown-milestone"]),
      ("T\n\nMilestone: EP-20260117-099/MS001\n", ["unknown-plan"]),
      (
        "T\n\nExecPlan: docs/plans/1-a.md\nMilestone: EP-20260117-014/MS001\n",
        ["foreign-milestone"]
      ),
      ("T\n\nExecPlan: EP-1, EP-20260117-099\n", ["malformed-id", "unknown-plan"]),
      ("T\n\nExecPlan: EP-20260117-099\n\nIntention: x\n", ["unknown-plan"]),
      ("T\n\nExecPlan: EP-20260117-014\n\nExecPlan: EP-20260117-099\n", ["unknown-plan"]),
    ])
  func refused(_ message: String, _ rules: [String]) throws {
    #expect(Self.rules(Self.verdict(message, try Self.context())) == rules)
  }

  @Test("Messages say what is wrong")
  func wording() throws {
    let verdict = Self.verdict(
      "T\n\nExecPlan: EP-20260117-099\nExecPlan: EP-1\nExecPlan: EP-20260117-015\n"
        + "Milestone: EP-20260117-014/MS002\n", try Self.context())
    guard case .refused(let findings) = verdict else {
      Issue.record("not refused")
      return
    }
    #expect(
      findings.map(\.message) == [
        "no plan has the ID EP-20260117-099", "\"EP-1\" is no plan ID",
        "the plan EP-20260117-015 is done", "the plan EP-20260117-014 has no milestone MS002",
        "the milestone EP-20260117-014/MS002 belongs to none of the plans that the message names",
      ])
  }

  @Test("The word none declares a commit without a plan")
  func declaredNone() throws {
    let context = try Self.context()
    #expect(Self.verdict("T\n\nExecPlan: none\n", context) == .declaredNone(reason: nil))
    #expect(Self.verdict("T\n\nExecPlan: none (x)\n", context) == .declaredNone(reason: "x"))
  }

  static let exempt: [(String, Exemption)] = [
    ("Merge branch 'x'\n", .merge), ("Revert \"T\"\n\nThis reverts commit 1.\n", .revert),
    ("Reapply \"T\"\n", .reapply), ("fixup! T\n", .fixup), ("squash! T\n", .fixup),
    ("amend! T\n\nT\n", .fixup),
    ("Squashed commit of the following:\n\ncommit 1\n", .squashCommitList),
    ("Merge pull request #1 from a/b\n", .forgeMerge), ("Merged PR 1: T\n", .forgeMerge),
    ("Merged in a/b (pull request #1)\n", .forgeMerge), ("Automatic merge of x\n", .automaticMerge),
  ]

  @Test("Commits that need no plan are exempt, and not without the exemption", arguments: exempt)
  func exemptions(_ message: String, _ exemption: Exemption) throws {
    #expect(Self.verdict(message, try Self.context()) == .exempt(exemption))
    let rest = Set(Exemption.allCases).subtracting([exemption])
    let strict = try Self.context(policy: MessagePolicy(exemptions: rest))
    let expected = exemption == .fixup ? ["fixup-commit"] : ["missing-id"]
    #expect(Self.rules(Self.verdict(message, strict)) == expected)
  }

  @Test("Merges and first commits are known by their parents")
  func parents() throws {
    #expect(Self.verdict("T\n", try Self.context(isMerge: true)) == .exempt(.merge))
    #expect(Self.verdict("T\n", try Self.context(isRoot: true)) == .exempt(.root))
  }

  @Test("An exempt commit may name a closed plan, but no unknown one")
  func referencesOfExemptCommits() throws {
    let context = try Self.context(isMerge: true)
    let id = try #require(PlanID("EP-20260117-015"))
    #expect(
      Self.verdict("T\n\nExecPlan: EP-20260117-015\n", context) == .accepted(links: [.plan(id)]))
    #expect(
      Self.rules(Self.verdict("T\n\nExecPlan: EP-20260117-099\n", context)) == ["unknown-plan"])
    #expect(
      Self.verdict("T\n\n  ExecPlan: EP-20260117-099\n\nend\n", context) == .exempt(.merge))
  }

  @Test("A fixup is a finding for published commits, whatever plan it names")
  func publishedFixups() throws {
    let context = try Self.context(policy: .published)
    let verdict = Self.verdict("fixup! T\n\nExecPlan: EP-20260117-014\n", context)
    #expect(Self.rules(verdict) == ["fixup-commit"])
  }

  @Test("A commit of plan documents alone belongs to their plans, closed or not")
  func upkeep() throws {
    let id = try #require(PlanID("EP-20260117-015"))
    let context = try Self.context(upkeepPlans: [.id(id)])
    #expect(Self.verdict("T\n", context) == .accepted(links: [.plan(id)]))
    #expect(
      Self.verdict("T\n\nExecPlan: EP-20260117-015\n", context) == .accepted(links: [.plan(id)]))
  }

  @Test("A commit of the registry alone needs no plan, and upkeep needs one where it is not exempt")
  func generalUpkeep() throws {
    #expect(
      Self.verdict("T\n", try Self.context(isGeneralUpkeep: true)) == .exempt(.upkeep))
    let policy = MessagePolicy(exemptions: [])
    let id = try #require(PlanID("EP-20260117-014"))
    for context in [
      try Self.context(policy: policy, isGeneralUpkeep: true),
      try Self.context(policy: policy, upkeepPlans: [.id(id)]),
    ] {
      #expect(Self.rules(Self.verdict("T\n", context)) == ["missing-id"])
    }
  }

  @Test(
    "Bots are known by name or address",
    arguments: [
      ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", true),
      ("Renovate[bot]", "x@example.com", true), ("x", "github-actions[bot]", true),
      ("claude[bot]", "claude@example.com", false), ("b", "b@example.com", false),
    ])
  func bots(_ name: String, _ email: String, _ isBot: Bool) throws {
    let author = CommitAuthor(name: name, email: email)
    let verdict = Self.verdict("T\n", try Self.context(author: author))
    #expect((verdict == .exempt(.bot)) == isBot)
    let strict = MessagePolicy(exemptions: [])
    #expect(
      Self.rules(Self.verdict("T\n", try Self.context(policy: strict, author: author)))
        == ["missing-id"])
  }

  @Test("Subjects can be exempt by pattern")
  func subjects() throws {
    let policy = MessagePolicy(subjects: [WildcardPattern("release *")])
    let context = try Self.context(policy: policy)
    #expect(Self.verdict("Release 1.2\n\nx\n", context) == .exempt(.subject))
    #expect(Self.rules(Self.verdict("A release 1.2\n", context)) == ["missing-id"])
  }

  @Test("A rule that is off says nothing, and one that warns refuses nothing")
  func levels() throws {
    let missing = "T\n"
    let wrong = "T\n\nExecPlan: EP-1\nExecPlan: EP-20260117-015\n"
    for (level, warnings) in [(LintLevel.off, 0), (.warn, 1)] {
      var policy = MessagePolicy(levels: [.missingID: level])
      var judgement = MessageJudge(context: try Self.context(policy: policy))
        .judgement(on: Array(missing.utf8))
      #expect(judgement.verdict == .accepted(links: []))
      #expect(judgement.warnings.map(\.rule) == Array(repeating: .missingID, count: warnings))

      policy = MessagePolicy(levels: [.closedPlan: level])
      judgement = MessageJudge(context: try Self.context(policy: policy))
        .judgement(on: Array(wrong.utf8))
      #expect(Self.rules(judgement.verdict) == ["malformed-id"])
      #expect(judgement.warnings.map(\.rule) == Array(repeating: .closedPlan, count: warnings))
    }
  }

  @Test("A fixup is exempt where its rule is no error", arguments: [LintLevel.off, .warn])
  func fixupLevels(_ level: LintLevel) throws {
    var policy = MessagePolicy.published
    policy.levels[.fixupCommit] = level
    let judgement = MessageJudge(context: try Self.context(policy: policy))
      .judgement(on: Array("fixup! T\n".utf8))
    #expect(judgement.verdict == .exempt(.fixup))
    #expect(judgement.warnings.count == (level == .warn ? 1 : 0))
  }
}
