import GitModel
import MessageRules
import Plans
import Testing

@Suite struct TrailerSuggestionTests {
  private static let cut = "# ------------------------ >8 ------------------------\n"

  private func suggested(_ message: String, milestone: String? = nil) throws -> [String] {
    let plan = try #require(PlanID("EP-20260117-014"))
    let suggestion = TrailerSuggestion(
      plans: [.id(plan)], milestone: milestone.flatMap { MilestoneID($0) })
    return suggestion.trailers(for: Array(message.utf8)).map(\.description)
  }

  @Test(
    "A message without a plan gets the branch's",
    arguments: [
      "", "\n# Please enter\n", "T\n", "Merge branch 'x'\n", "T\n\n# ExecPlan: EP-20260117-015\n",
      "T\n\(cut) ExecPlan: EP-20260117-015\n", "T\n\nMilestone: v2\n", "T\n\nExecPlan:\n",
    ])
  func suggests(_ message: String) throws {
    #expect(try suggested(message) == ["ExecPlan: EP-20260117-014"])
  }

  @Test(
    "A message with a reference, and one to be squashed, stay",
    arguments: [
      "T\n\nExecPlan: EP-20260117-015\n", "T\n\nExecPlan: none\n", "T\n\nexecplan: x\n\nOther: y\n",
      "T\n\nMilestone: EP-20260117-015/MS001\n\n# Please enter\n", "fixup! T\n", "squash! T\n\nx\n",
      "amend! T\n", "# c\nfixup! T\n",
    ])
  func suggestsNothing(_ message: String) throws {
    #expect(try suggested(message) == [])
  }

  @Test("A milestone comes with its own plan only")
  func milestones() throws {
    #expect(
      try suggested("T\n", milestone: "EP-20260117-014/MS001")
        == ["ExecPlan: EP-20260117-014", "Milestone: EP-20260117-014/MS001"])
    #expect(
      try suggested("T\n", milestone: "EP-20260117-015/MS001") == ["ExecPlan: EP-20260117-014"])
  }
}
