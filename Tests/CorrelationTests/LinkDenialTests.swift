import GitModel
import Plans
import Testing

@testable import Correlation

/// Notes that take back what else is said of a commit.
@Suite struct LinkDenialTests {
  private static let one = "EP-20260101-001"
  private static let two = "EP-20260101-002"

  /// A message, its note, and the links of plan 1 and 2 that are left.
  @Test(
    "What a note denies does not count",
    arguments: [
      ("ExecPlan: \(one)", "Not-ExecPlan: \(one)", nil, nil),
      ("ExecPlan: \(one)", "not-execplan: \(two)", "trailer", nil),
      ("ExecPlan: \(one)", "Not-ExecPlan: \(one)\nExecPlan: \(two)", nil, "note"),
      ("ExecPlan: \(one)", "ExecPlan: \(one)\nNot-ExecPlan: \(one)", "note", nil),
      ("ExecPlan: \(one)\nExecPlan: \(two)", "Not-ExecPlan: \(one)", nil, "trailer"),
      ("Milestone: \(one)/MS001", "Not-ExecPlan: \(one)", nil, nil),
      ("Milestone: \(one)/MS001", "Not-ExecPlan: \(one)/MS001", "trailer", nil),
      ("ExecPlan: \(one)\n\nmore", "Not-ExecPlan: \(one)", nil, nil),
      ("ExecPlan: .agent/exec_plans/active/p1/\(one)_p1.md", "Not-ExecPlan: \(one)", nil, nil),
      ("ExecPlan: \(one)", "Not-ExecPlan: .agent/exec_plans/active/p1/\(one)_p1.md", nil, nil),
      ("ExecPlan: \(one)", "Not-ExecPlan: none", "trailer", nil),
    ] as [(String, String, String?, String?)])
  func explicit(_ message: String, _ note: String, _ first: String?, _ second: String?) {
    var story = Story()
    story.commit("a", message: "T\n\n\(message)\n")
    story.notes = ["a": note]
    story.branch("main", "a")
    let told = story.tell()
    #expect(told.links(1)["a"] == first)
    #expect(told.links(2)["a"] == second)
  }

  @Test("A milestone that is denied alone is not the commit's")
  func milestone() {
    var story = Story()
    story.commit("a", message: "T\n\nMilestone: \(Self.one)/MS001\nMilestone: \(Self.one)/MS002\n")
    story.notes = ["a": "Not-ExecPlan: \(Self.one)/MS001"]
    story.branch("main", "a")
    #expect(story.tell().plan().milestones.map(\.id.shortName) == ["MS002"])
  }

  /// r - t - m   main; x1 - x2 of the side
  private func merged(_ message: String, notes: [String: String]) -> Told {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r")
    story.commit("x2", "x1")
    story.commit("t", "r")
    story.commit("m", "t", "x2", message: message)
    story.branch("main", "m")
    story.notes = notes
    return story.tell()
  }

  @Test("A merge whose note denies a plan brings nothing in for it")
  func merge() {
    let message = "Merge branch 'ep/\(Self.one)-x'\n\nExecPlan: \(Self.one)\n"
    #expect(merged(message, notes: ["m": "Not-ExecPlan: \(Self.one)"]).links(1).isEmpty)
    let moved = merged(message, notes: ["m": "Not-ExecPlan: \(Self.one)\nExecPlan: \(Self.two)"])
    #expect(moved.links(1).isEmpty)
    #expect(moved.links(2) == ["m": "note", "x1": "merge", "x2": "merge"])
  }

  @Test("A commit that denies a plan inherits it neither from a merge nor from a branch")
  func inherited() {
    let told = merged(
      "Merge branch 'ep/\(Self.one)-x'", notes: ["x1": "Not-ExecPlan: \(Self.one)"])
    #expect(told.links(1) == ["m": "merge", "x2": "merge"])
    var story = Story()
    story.commit("r")
    story.commit("x", "r")
    story.commit("y", "x", message: "T\n\nExecPlan: \(Self.two)\n")
    story.branch("main", "r")
    story.branch("ep/\(Self.one)-x", "y")
    story.notes = ["x": "Not-ExecPlan: \(Self.one)", "y": "Not-ExecPlan: \(Self.two)"]
    // What is taken back was never said: the branch speaks for the commit.
    #expect(story.tell().links(1) == ["y": "branch"])
    #expect(story.tell().links(2).isEmpty)
  }

  @Test("What is denied is not reported as an unknown plan")
  func unknown() {
    var story = Story()
    story.commit("a", message: "T\n\nExecPlan: EP-20260909-009\n")
    story.commit("b", "a", message: "T\n\nExecPlan: docs/gone.md\n")
    story.notes = ["a": "Not-ExecPlan: EP-20260909-009", "b": "Not-ExecPlan: docs/gone.md"]
    story.branch("main", "b")
    #expect(story.tell().answers.links.unknown.isEmpty)
  }

  /// The branch `ep/<id of plan 1>-x` stands at x2.
  @Test("A branch whose last commit denies the plan of its name is not the plan's")
  func branchName() {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r")
    story.commit("x2", "x1")
    story.branch("main", "r")
    story.branch("ep/\(Self.one)-x", "x2")
    story.notes = ["x2": "Not-ExecPlan: \(Self.one)\nExecPlan: \(Self.two)"]
    let told = story.tell()
    #expect(told.links(1).isEmpty)
    #expect(told.branches(1).isEmpty)
    #expect(told.links(2) == ["x2": "note"])
    #expect(told.branches(2) == ["ep/\(Self.one)-x": "open 2 (by commits)"])
  }

  @Test("A merge does not say of a branch what the branch's last commit takes back")
  func mergedBranchName() {
    let told = merged(
      "Merge branch 'ep/\(Self.one)-x'",
      notes: ["x2": "Not-ExecPlan: \(Self.one)\nExecPlan: \(Self.two)"])
    #expect(told.links(1).isEmpty)
    #expect(told.links(2) == ["x2": "note"])
  }
}
