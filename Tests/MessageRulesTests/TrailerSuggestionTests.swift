import GitModel
import MessageRules
import Plans
import Testing

@Suite struct TrailerSuggestionTests {
  private func isOpen(_ message: String) -> Bool {
    TrailerSuggestion.isOpen(Array(message.utf8))
  }

  @Test(
    "A message without a plan may get one",
    arguments: ["", "T\n", "Merge branch 'x'\n", "T\n\nMilestone: v2\n", "T\n\nExecPlan:\n"])
  func open(_ message: String) {
    #expect(isOpen(message))
  }

  @Test(
    "A message with a reference, and one to be squashed, stay",
    arguments: [
      "T\n\nExecPlan: EP-20260117-015\n", "T\n\nExecPlan: none\n", "T\n\nexecplan: x\n\nOther: y\n",
      "T\n\nMilestone: EP-20260117-015/MS001\n", "fixup! T\n", "squash! T\n\nx\n", "amend! T\n",
      "T\n\n    ExecPlan: EP-20260117-015\n",
    ])
  func closed(_ message: String) {
    #expect(!isOpen(message))
  }

  @Test(
    "Reverts are known by what git writes",
    arguments: [
      ("Revert \"T\"\n\nThis reverts commit 1.\n", true), ("Reapply \"T\"\n", true),
      ("This reverts commit 8415558 (T, 2026-01-01).\n", true), ("Revert T\n", false),
      ("T\n\nThis reverts commit 1.\n", false),
    ])
  func reverts(_ message: String, _ isRevert: Bool) {
    #expect(TrailerSuggestion.isRevert(Array(message.utf8)) == isRevert)
  }

  @Test("References become trailers, each once")
  func trailers() throws {
    let plan = try #require(PlanID("EP-20260117-014"))
    let references: [PlanReference] = [
      .plan(plan), .milestone(MilestoneID(plan: plan, sequence: 1)), .plan(plan),
      .path(try #require(RepositoryPath("docs/a plan.md"))), .none(reason: nil), .malformed("x"),
    ]
    #expect(
      TrailerSuggestion.trailers(for: references).map(\.description) == [
        "ExecPlan: EP-20260117-014", "Milestone: EP-20260117-014/MS001",
        "ExecPlan: <docs/a plan.md>",
      ])
  }
}
