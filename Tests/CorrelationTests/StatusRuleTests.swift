import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct StatusRuleTests {
  /// One row of the table "Derived status".
  struct Row: Sendable, CustomTestStringConvertible {
    var recorded: PlanStatus?
    var landed = 0
    var open = 0
    var reverted = 0
    var branches: [BranchAnswer.State] = []
    var milestones: [Bool] = []
    var unticked = 0
    var condition: DoneCondition = .milestones
    var expected: PlanStatus?
    var basis: PlanAnswer.Basis = .git

    var testDescription: String {
      "\(recorded.map { $0.rawValue } ?? "nil") landed \(landed) open \(open) \(branches) \(milestones) \(condition) -> \(expected.map { $0.rawValue } ?? "nil")"
    }
  }

  private func derive(_ row: Row) throws -> StatusRule.Result {
    var plan = try #require(Story.plan(1, status: row.recorded))
    plan.progress = ProgressCount(ticked: 0, unticked: row.unticked)
    for (number, isCompleted) in row.milestones.enumerated() {
      plan.milestones.append(
        Milestone(
          id: MilestoneID(plan: Story.id(1), sequence: number + 1), path: plan.path, title: "M",
          status: isCompleted ? "completed" : "active", isFiledAway: false))
    }
    var counts = PlanAnswer.Counts()
    counts.landed = row.landed
    counts.open = row.open
    counts.reverted = row.reverted
    let branches = row.branches.enumerated().map { number, state in
      BranchAnswer(
        branch: Branch(
          reference: "refs/heads/b\(number)", name: "b\(number)", remote: nil, head: .zero,
          upstream: nil), state: state, integration: nil, ahead: 0, isPlanBranch: true)
    }
    return StatusRule(
      plan: plan, counts: counts, branches: branches, condition: row.condition, target: "main"
    ).derive()
  }

  @Test(
    "The table, row by row",
    arguments: [
      // archived: a person's word, and it stays.
      Row(recorded: .archived, expected: .archived, basis: .recorded),
      Row(recorded: .archived, landed: 1, expected: .archived),
      Row(recorded: .archived, open: 1, branches: [.open], expected: .archived),
      // done
      Row(recorded: .planned, landed: 1, expected: .done),
      Row(recorded: .active, landed: 2, branches: [.merged], expected: .done),
      Row(recorded: .paused, landed: 1, expected: .done),
      Row(recorded: nil, landed: 1, expected: .done),
      Row(recorded: .done, landed: 1, milestones: [true, true], expected: .done),
      Row(recorded: .planned, landed: 1, unticked: 3, expected: .done),
      Row(recorded: .planned, landed: 1, milestones: [false], condition: .merged, expected: .done),
      Row(recorded: .planned, landed: 1, milestones: [true], condition: .progress, expected: .done),
      // not done
      Row(recorded: .planned, landed: 1, milestones: [true, false], expected: .active),
      Row(recorded: .done, landed: 1, milestones: [false], expected: .active),
      Row(recorded: .planned, landed: 1, unticked: 1, condition: .progress, expected: .active),
      Row(
        recorded: .planned, landed: 1, milestones: [false], condition: .progress, expected: .active),
      Row(recorded: .planned, landed: 1, open: 1, branches: [.open], expected: .active),
      Row(recorded: .done, landed: 1, open: 1, expected: .active),
      Row(recorded: .planned, landed: 1, branches: [.empty], expected: .active),
      // paused: recorded so and not done.
      Row(recorded: .paused, expected: .paused, basis: .recorded),
      Row(recorded: .paused, open: 1, branches: [.open], expected: .paused),
      Row(recorded: .paused, branches: [.empty], expected: .paused),
      Row(recorded: .paused, landed: 1, milestones: [false], expected: .paused),
      // active
      Row(recorded: .planned, branches: [.empty], expected: .active),
      Row(recorded: .planned, open: 1, expected: .active),
      Row(recorded: nil, branches: [.open], expected: .active),
      Row(recorded: .done, branches: [.empty], expected: .active),
      // planned, or as recorded: git knows nothing.
      Row(recorded: .planned, expected: .planned, basis: .recorded),
      Row(recorded: .active, expected: .active, basis: .recorded),
      Row(recorded: .done, expected: .done, basis: .recorded),
      Row(recorded: nil, expected: nil, basis: .recorded),
    ])
  func row(_ row: Row) throws {
    let result = try derive(row)
    #expect(result.derived == row.expected)
    #expect(result.basis == row.basis)
    #expect(
      !result.reason.isEmpty && !result.reason.hasSuffix(".") && !result.reason.contains("\n"))
  }

  @Test("Reverted work keeps a plan active")
  func reverted() throws {
    let result = try derive(Row(recorded: .planned, reverted: 1))
    #expect(result.derived == .active)
  }

  @Test("Upkeep and merges are no work")
  func upkeep() {
    var story = Story()
    story.commit("a", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("main", "a")
    story.upkeep = ["a"]
    let plan = story.tell().plan()
    #expect(plan.derived == .planned)
    #expect(plan.basis == .recorded)
    #expect(plan.counts.upkeep == 1)
    #expect(!plan.isDrift)
  }

  @Test("Unticked boxes of a done plan are a warning")
  func warning() {
    var story = Story()
    story.plans[0].progress = ProgressCount(ticked: 1, unticked: 2)
    story.commit("a", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("main", "a")
    #expect(story.tell().plan().warnings == ["2 boxes of Progress are not ticked"])
    #expect(story.tell(condition: .progress).plan().warnings.isEmpty)
  }

  @Test("In a shallow clone nothing is guessed")
  func shallow() {
    let one = "T\n\nExecPlan: EP-20260101-001\n"
    func plan(
      _ border: Set<String>, _ write: (inout Story) -> Void
    ) -> PlanAnswer {
      var story = Story([.active])
      write(&story)
      story.border = border
      return story.tell().plan()
    }
    func begin(_ story: inout Story) {
      story.commit("r", message: one)
      story.commit("a", "r", message: one)
    }
    // All that landed is there; or only the border has it.
    #expect(
      plan(["r"]) {
        begin(&$0); $0.branch("main", "a")
      }.derived == .done)
    let cut = plan(["r"]) {
      begin(&$0); $0.branch("main", "r")
    }
    #expect(cut.basis == .recorded)
    #expect(cut.derived == .active)
    #expect(cut.warnings.count == 1)
    // Nothing is known at all: in a whole repository that is an answer.
    let unknown = plan(["r"]) {
      $0.commit("r"); $0.branch("main", "r")
    }
    #expect(unknown.basis == .recorded)
    #expect(unknown.warnings.count == 1)
    #expect(
      plan([]) {
        $0.commit("r"); $0.branch("main", "r")
      }.warnings.isEmpty)
    // A branch that is there whole may have landed on the target beyond the border.
    let apart = plan(["t"]) {
      $0.commit("r"); $0.commit("x", "r", message: one)
      $0.commit("t"); $0.commit("u", "t")
      $0.branch("main", "u"); $0.branch("work", "x")
    }
    #expect(apart.basis == .recorded)
    #expect(
      plan(["r"]) {
        $0.commit("r"); $0.commit("x", "r", message: one); $0.commit("u", "r")
        $0.branch("main", "u"); $0.branch("work", "x")
      }.basis == .git)
    // Something was reverted that lies beyond the border, after the plan's work or before it.
    let beyond = Story.reverting("z")
    let after = plan(["r"]) {
      begin(&$0); $0.commit("R", "a", message: beyond); $0.branch("main", "R")
    }
    #expect(after.basis == .recorded)
    let before = plan(["r"]) {
      begin(&$0)
      $0.commit("R", "a", message: beyond)
      $0.commit("b", "R", message: one)
      $0.branch("main", "b")
    }
    #expect(before.derived == .done)
  }
}
