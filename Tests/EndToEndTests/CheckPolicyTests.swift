import TestSupport
import Testing

/// What configuration changes about `check`.
struct CheckPolicyTests {
  private typealias Scratch = ScratchRepository

  /// A branch `topic` with one commit.
  private func topic(
    _ message: String, author: String = "A U Thor <author@example.com>"
  ) throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c topic")
    try repository.write("x\n", to: "x")
    try repository.git("add x")
    try repository.git(["commit", "-q", "--author", author, "-m", message])
    return repository
  }

  @Test(arguments: [
    (
      "Bump x from 1 to 2", "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
      "bot"
    ),
    ("Release 1.2", "A U Thor <author@example.com>", "subject"),
  ])
  func anExemptionCanBeGivenAndTaken(subject: String, author: String, kind: String) throws {
    let repository = try topic(subject, author: author)
    try repository.git(["config", "execplan.exemptSubject", "release *"])
    #expect(try repository.json("check")["exempt"][kind].integer == 1)
    try repository.git("config execplan.exempt.\(kind) false")
    #expect(try repository.execplan("check").exitCode == 1)
  }

  @Test func aRuleCanWarnOrBeOff() throws {
    let repository = try topic("bare")
    #expect(try repository.execplan("check").exitCode == 1)
    try repository.git("config execplan.check.missing-id warn")
    let outcome = try repository.execplan("check")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("  warning: the message names no plan [missing-id]\n"))
    #expect(outcome.output.hasSuffix("1 commit checked, no findings, 1 warning\n"))
    let finding = try repository.json("check")["findings"][0]
    #expect(finding["severity"].string == "warning")
    #expect(try repository.execplan("check --format github").output.hasPrefix("::warning"))
    try repository.git("config execplan.check.missing-id off")
    #expect(try repository.execplan("check").output == "1 commit checked, no findings\n")
  }

  @Test func fixupsCanBeAllowed() throws {
    let repository = try topic("fixup! bare")
    #expect(try repository.execplan("check").exitCode == 1)
    #expect(
      try repository.execplan(
        ["check"],
        environment: [
          "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "execplan.exempt.fixup",
          "GIT_CONFIG_VALUE_0": "true",
        ]
      ).exitCode == 0)
  }

  @Test func aCommitOfTheRegistryAloneNeedsNoPlan() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c topic")
    _ = try repository.succeeding(repository.execplan("registry build"))
    try repository.git("add --all")
    try repository.git(["commit", "-q", "-m", "registry"])
    #expect(try repository.json("check")["exempt"]["upkeep"].integer == 1)
    // A commit that changes nothing at all is no upkeep.
    try repository.git(["commit", "-q", "--allow-empty", "-m", "empty"])
    #expect(try repository.execplan("check").exitCode == 1)
  }

  @Test func aSettingWithoutAMeaningIsSaid() throws {
    let repository = try topic("x\n\nExecPlan: none")
    try repository.git("config execplan.check.missing off")
    try repository.git("config execplan.exempt.merge true")
    let outcome = try repository.execplan("check")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors
        == "warning: git config execplan.check.missing names no rule and no kind of commit\n")
  }

  @Test func aWrongValueIsAnError() throws {
    let repository = try topic("bare")
    try repository.git("config execplan.check.missing-id maybe")
    let outcome = try repository.execplan("check")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("execplan.check.missing-id"))
  }
}
