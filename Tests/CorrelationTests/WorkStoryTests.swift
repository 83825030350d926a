import GitModel
import Plans
import Testing

@testable import Correlation

/// Work that comes, goes and comes again. `x` and `y` are a branch that `m` merges; `C` is a pick of `x`, `S`
/// a squash of both; `R…` are reverts. All of it says that it belongs to plan 1, but for the reverts.
@Suite struct WorkStoryTests {
  private static let plan = "T\n\nExecPlan: EP-20260101-001\n"

  /// A commit of the target's own line.
  enum Step: Sendable {
    case commit(String)
    case merge(String, of: String)
    case revert(String, of: String)
    /// A merge that throws the other side away.
    case void(String, of: String)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
    /// Copies: `x` as `C`, and a squash of `x` and `y` as `S`.
    var picks: [String] = []
    var squashes: [String] = []
    /// Commits that stand on the branch after `y`.
    var branch: [Step] = []
    let expected: [String: String]
  }

  static let rows = [
    Row(
      testDescription: "merged", steps: [.merge("m", of: "y")],
      expected: ["x": "merged by m", "y": "merged by m"]),
    Row(
      testDescription: "merged and reverted",
      steps: [.merge("m", of: "y"), .revert("R1", of: "m")],
      expected: ["x": "reverted by R1", "y": "reverted by R1"]),
    Row(
      testDescription: "one commit of a merge is reverted",
      steps: [.merge("m", of: "y"), .revert("R1", of: "x")],
      expected: ["x": "reverted by R1", "y": "merged by m"]),
    Row(
      testDescription: "reverted and restored",
      steps: [.merge("m", of: "y"), .revert("R1", of: "m"), .revert("R2", of: "R1")],
      expected: ["x": "merged by m", "y": "merged by m"]),
    Row(
      testDescription: "reverted, restored, reverted",
      steps: [
        .merge("m", of: "y"), .revert("R1", of: "m"), .revert("R2", of: "R1"),
        .revert("R3", of: "R2"),
      ],
      expected: ["x": "reverted by R3", "y": "reverted by R3"]),
    Row(
      testDescription: "a revert of what is gone already is nothing, and so is its revert",
      steps: [
        .merge("m", of: "y"), .revert("R1", of: "m"), .revert("R2", of: "x"),
        .revert("R3", of: "R2"),
      ],
      expected: ["x": "reverted by R1", "y": "reverted by R1"]),
    Row(
      testDescription: "picked, then merged: the pick counts",
      steps: [.commit("C"), .merge("m", of: "y")], picks: ["C"],
      expected: ["x": "(landed as C)", "C": "landed", "y": "merged by m"]),
    Row(
      testDescription: "picked, merged, the merge reverted: the pick stays",
      steps: [.commit("C"), .merge("m", of: "y"), .revert("R1", of: "m")], picks: ["C"],
      expected: ["x": "(landed as C)", "C": "landed", "y": "reverted by R1"]),
    Row(
      testDescription: "picked, merged, the pick reverted: nothing of it stays",
      steps: [.commit("C"), .merge("m", of: "y"), .revert("R1", of: "C")], picks: ["C"],
      expected: ["x": "(reverted by R1)", "C": "reverted by R1", "y": "merged by m"]),
    Row(
      testDescription: "picked, the pick reverted, merged: it comes again",
      steps: [.commit("C"), .revert("R1", of: "C"), .merge("m", of: "y")], picks: ["C"],
      expected: ["x": "merged by m", "C": "(landed as x)", "y": "merged by m"]),
    Row(
      testDescription: "a revert of the merge takes back what came again with it",
      steps: [
        .commit("C"), .revert("R1", of: "C"), .merge("m", of: "y"), .revert("R2", of: "m"),
      ], picks: ["C"],
      expected: ["x": "reverted by R2", "C": "(reverted by R2)", "y": "reverted by R2"]),
    Row(
      testDescription: "squashed", steps: [.commit("S")], squashes: ["S"],
      expected: ["x": "(landed in S)", "y": "(landed in S)", "S": "landed"]),
    Row(
      testDescription: "squashed and reverted",
      steps: [.commit("S"), .revert("R1", of: "S")], squashes: ["S"],
      expected: ["x": "(reverted by R1)", "y": "(reverted by R1)", "S": "reverted by R1"]),
    Row(
      testDescription: "squashed, and one commit of it reverted by its old name",
      steps: [.commit("S"), .revert("R1", of: "x")], squashes: ["S"],
      expected: ["x": "reverted by R1", "y": "(landed in S)", "S": "landed"]),
    Row(
      testDescription: "squashed, reverted, squashed again",
      steps: [.commit("S"), .revert("R1", of: "S"), .commit("S2")], squashes: ["S", "S2"],
      expected: [
        "x": "(landed in S2)", "y": "(landed in S2)", "S": "(reverted by R1)", "S2": "landed",
      ]),
    Row(
      testDescription: "squashed, reverted, merged",
      steps: [.commit("S"), .revert("R1", of: "S"), .merge("m", of: "y")], squashes: ["S"],
      expected: ["x": "merged by m", "y": "merged by m", "S": "(reverted by R1)"]),
    Row(
      testDescription: "squashed, reverted, one commit picked",
      steps: [.commit("S"), .revert("R1", of: "S"), .commit("C")], picks: ["C"], squashes: ["S"],
      expected: [
        "x": "(landed as C)", "C": "landed", "y": "(reverted by R1)", "S": "reverted by R1",
      ]),
    Row(
      testDescription: "reverted on the branch, then merged",
      steps: [.merge("m", of: "R1")], branch: [.revert("R1", of: "x")],
      expected: ["x": "withdrawn", "y": "merged by m"]),
    Row(
      testDescription: "reverted and restored on the branch, then merged",
      steps: [.merge("m", of: "R2")],
      branch: [.revert("R1", of: "x"), .revert("R2", of: "R1")],
      expected: ["x": "merged by m", "y": "merged by m"]),
    Row(
      testDescription: "picked before, reverted on the branch, then merged: the pick stays",
      steps: [.commit("C"), .merge("m", of: "R1")], picks: ["C"],
      branch: [.revert("R1", of: "x")],
      expected: ["x": "(landed as C)", "C": "landed", "y": "merged by m"]),
    Row(
      testDescription: "reverted on a branch that is not merged",
      steps: [.merge("m", of: "y")], branch: [.revert("R1", of: "x")],
      expected: ["x": "merged by m", "y": "merged by m"]),
    Row(
      testDescription: "thrown away by a merge", steps: [.void("v", of: "y")],
      expected: ["x": "open", "y": "open"]),
    Row(
      testDescription: "picked, and the rest thrown away by a merge",
      steps: [.commit("C"), .void("v", of: "y")], picks: ["C"],
      expected: ["x": "(landed as C)", "C": "landed", "y": "open"]),
  ]

  @Test("What becomes of work", arguments: rows)
  func row(_ row: Row) {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("y", "x", message: Self.plan)
    let branchTip = add(row.branch, to: &story, at: "y")
    let tip = add(row.steps, to: &story, at: "r")
    story.branch("main", tip)
    story.branch("work", branchTip)
    story.found += row.picks.map { .copy(of: "x", $0) }
    story.found += row.squashes.map { .squash(of: ["x", "y"], $0) }
    #expect(story.tell().states() == row.expected)
  }

  private func add(_ steps: [Step], to story: inout Story, at start: String) -> String {
    var tip = start
    for step in steps {
      switch step {
      case .commit(let name):
        story.commit(name, tip, message: Self.plan)
        tip = name
      case .merge(let name, of: let side), .void(let name, of: let side):
        story.commit(name, tip, side)
        if case .void = step { story.found.append(.void(name, keeping: tip)) }
        tip = name
      case .revert(let name, of: let commit):
        story.commit(name, tip, message: Story.reverting(commit))
        tip = name
      }
    }
    return tip
  }

  @Test(
    "What the target took back comes with a branch again, unless the branch holds it from the target",
    arguments: [
      ("S", ["x": "(reverted by R)", "y": "(reverted by R)", "S": "reverted by R"]),
      ("R", ["x": "merged by m", "y": "merged by m", "S": "(reverted by R)"]),
    ])
  func mergedBefore(merged: String, expected: [String: String]) {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("y", "x", message: Self.plan)
    story.commit("S", "r", message: Self.plan)
    story.commit("R", "S", message: Story.reverting("S"))
    story.commit("b", "y", merged)
    story.commit("m", "R", "b")
    story.branch("main", "m")
    story.found = [.squash(of: ["x", "y"], "S")]
    #expect(story.tell().states() == expected)
  }

  @Test("What was taken back and made again on a branch comes with its merge")
  func madeAgain() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("z", "x")
    story.commit("R", "z", message: Story.reverting("x"))
    story.commit("C", "z", message: Self.plan)
    story.commit("m", "R", "C")
    story.branch("main", "m")
    story.found = [.copy(of: "x", "C")]
    #expect(story.tell().states() == ["x": "(landed as C)", "C": "merged by m"])
  }

  @Test("A branch that threw the target's work away takes it back when it lands")
  func thrownAway() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("s", "r")
    // The branch keeps nothing of the target.
    story.commit("v", "s", "x")
    story.commit("m", "x", "v")
    story.branch("main", "m")
    story.found = [.void("v", keeping: "s")]
    #expect(story.tell().states() == ["x": "reverted by v"])
    #expect(story.tell().plan().derived == .active)
  }

  @Test("Two branches may have the same work")
  func twins() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("y", "r", message: Self.plan)
    story.branch("main", "r")
    story.branch("old", "x")
    story.branch("new", "y")
    story.found = [.twins("x", "y")]
    #expect(story.tell().states() == ["x": "(open)", "y": "open"])
    #expect(story.tell().plan().counts.open == 1)
  }

  @Test("What was reverted may be there again by content, with other work of the plan or by itself")
  func content() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: Self.plan)
    story.commit("R", "x", message: Story.reverting("x"))
    story.commit("z", "R")
    story.branch("main", "z")
    story.found = [.content(of: "x")]
    #expect(story.tell().states() == ["x": "there"])
    #expect(story.tell().plan().derived == .done)
    story.commit("y", "z", message: Self.plan)
    story.branch("later", "y")
    story.target = "later"
    #expect(story.tell().states() == ["x": "(there)", "y": "landed"])
  }
}
