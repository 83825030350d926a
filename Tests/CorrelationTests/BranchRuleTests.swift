import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct BranchRuleTests {
  private let branch = "EP-20260101-001"

  @Test(
    "A branch without own commits is empty, though its tip is an ancestor of the target",
    arguments: [(true, "r"), (true, "t"), (false, "r"), (false, "t")])
  func empty(_ isRecorded: Bool, _ tip: String) {
    var story = Story()
    story.commit("r")
    story.commit("t", "r")
    story.branch("main", "t")
    story.branch(branch, tip, .init(base: isRecorded ? tip : nil))
    let told = story.tell()
    #expect(told.branches() == [branch: "empty"])
    #expect(told.plan().derived == .active)
    #expect(told.plan().basis == .git)
  }

  @Test("A branch that was merged, and is not empty")
  func merged() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r")
    story.commit("m", "r", "x", message: "Merge branch 'EP-20260101-001'")
    story.branch("main", "m")
    story.branch(branch, "x", .init(base: "r"))
    #expect(story.tell().branches() == [branch: "merged merge"])
    #expect(story.tell().plan().derived == .done)
  }

  @Test("A branch that the target was forwarded to")
  func fastForward() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("main", "x")
    story.branch(branch, "x", .init(base: "r"))
    #expect(story.tell().branches() == [branch: "merged fast-forward"])
    #expect(story.tell().plan().derived == .done)
  }

  @Test("Merges of the target after the branch was merged add nothing", arguments: [false, true])
  func mergedBack(_ hasWork: Bool) {
    var story = Story()
    story.commit("r")
    story.commit("x", "r")
    story.commit("a", "r")
    story.commit("m", "a", "x", message: "Merge branch 'EP-20260101-001'")
    story.commit("n", "x", "a", message: "Merge branch 'main' into EP-20260101-001")
    story.commit("y", "n")
    story.branch("main", "m")
    story.branch(branch, hasWork ? "y" : "n", .init(base: "r"))
    #expect(story.tell().branches() == [branch: hasWork ? "open 1" : "merged merge"])
  }

  @Test("A fresh branch that merged the target is empty still")
  func emptyMerge() {
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("n", "r", "a", message: "Merge branch 'main' into EP-20260101-001")
    story.branch("main", "a")
    story.branch(branch, "n")
    #expect(story.tell().branches() == [branch: "empty"])
  }

  @Test("Commits that were added after the merge are open again")
  func reopened() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r")
    story.commit("m", "r", "x", message: "Merge branch 'EP-20260101-001'")
    story.commit("y", "x")
    story.branch("main", "m")
    story.branch(branch, "y")
    let told = story.tell()
    #expect(told.branches() == [branch: "open 1"])
    #expect(told.plan().derived == .active)
    #expect(told.plan().counts.landed == 1)
    #expect(told.plan().counts.open == 1)
  }

  @Test("A detached HEAD holds work open; what only a tag reaches is not known work")
  func detached() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("main", "r")
    #expect(story.tell().plan().counts.open == 0)
    #expect(story.tell().plan().derived == .planned)
    story.head = "x"
    #expect(story.tell().plan().counts.open == 1)
    #expect(story.tell().plan().derived == .active)
  }

  @Test("Without a target everything is open")
  func noTarget() {
    var story = Story()
    story.target = nil
    story.commit("x", message: "T\n\nExecPlan: EP-20260101-001\n")
    story.branch("other", "x")
    #expect(story.tell().plan().derived == .active)
    #expect(story.tell().answers.unreleased() == nil)
  }
}
