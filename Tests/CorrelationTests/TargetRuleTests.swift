import GitModel
import Plans
import Testing

@testable import Correlation

/// What targets have that are reported beside the first.
@Suite struct TargetRuleTests {
  private let one = "T\n\nExecPlan: EP-20260101-001\n"

  /// r - a on main; release/1 leaves at r.
  private func begin() -> Story {
    var story = Story()
    story.commit("r")
    story.commit("a", "r", message: one)
    story.commit("c", "r")
    story.furtherTargets = ["release/1"]
    return story
  }

  @Test("One target is reported alone")
  func alone() {
    var story = begin()
    story.branch("main", "a")
    story.furtherTargets = []
    #expect(
      story.tell().targets() == ["main landed: 1 landed, 0 missing, 0 reverted (fast-forward)"])
    story.target = nil
    #expect(story.tell().targets() == [])
  }

  @Test("A further target decides nothing")
  func missing() {
    var story = begin()
    story.branch("main", "a")
    story.branch("release/1", "c")
    let told = story.tell()
    #expect(told.plan().derived == .done)
    #expect(
      told.targets() == [
        "main landed: 1 landed, 0 missing, 0 reverted (fast-forward)",
        "release/1 missing: 0 landed, 1 missing, 0 reverted ()",
      ])
    #expect(told.branches() == [:])
  }

  @Test(
    "A squash is there with the work that it holds, whatever upkeep it holds",
    arguments: ["y", "z"])
  func squash(upkeep: String) {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: one)
    story.commit("y", "x", message: one)
    story.commit("S", "r", message: one)
    story.commit("C", "r", message: one)
    story.upkeep = [upkeep]
    story.furtherTargets = ["release/1"]
    story.branch("main", "S")
    story.branch("work", "y")
    story.branch("release/1", "C")
    story.found = [.squash(of: ["x", "y"], "S"), .copy(of: "x", "C")]
    #expect(
      story.tell().targets()[1]
        == (upkeep == "y"
          ? "release/1 landed: 1 landed, 0 missing, 0 reverted (rebase)"
          : "release/1 missing: 0 landed, 1 missing, 0 reverted ()"))
  }

  @Test("Work that only a further target has is open")
  func onlyFurther() {
    var story = begin()
    story.commit("d", "c", message: one)
    story.branch("main", "r")
    story.branch("release/1", "d")
    let told = story.tell()
    #expect(told.plan().derived == .active)
    #expect(
      told.targets() == [
        "main missing: 0 landed, 1 missing, 0 reverted ()",
        "release/1 landed: 1 landed, 0 missing, 0 reverted (fast-forward)",
      ])
    #expect(told.branches() == ["release/1": "open 2 (by commits)"])
  }

  @Test("A target that left the first one later has what came before")
  func later() {
    var story = begin()
    story.commit("x", "a", message: one)
    story.commit("m", "a", "x")
    story.commit("e", "m")
    story.commit("b", "m", message: one)
    story.branch("main", "b")
    story.branch("release/1", "e")
    #expect(
      story.tell().targets() == [
        "main landed: 3 landed, 0 missing, 0 reverted (fast-forward merge)",
        "release/1 partial: 2 landed, 1 missing, 0 reverted (fast-forward merge)",
      ])
  }

  @Test("A pick counts there, and for its plan once")
  func pick() {
    var story = begin()
    story.commit("p", "c")
    story.branch("main", "a")
    story.branch("release/1", "p")
    // Each is found when copies of the other one are looked for.
    story.found = [.copy(of: "a", "p"), .copy(of: "p", "a")]
    let told = story.tell()
    #expect(told.plan().derived == .done)
    #expect(told.plan().counts.landed == 1)
    #expect(told.links(1) == ["a": "trailer", "p": "copy"])
    #expect(
      told.targets() == [
        "main landed: 1 landed, 0 missing, 0 reverted (fast-forward)",
        "release/1 landed: 1 landed, 0 missing, 0 reverted (rebase)",
      ])
    #expect(told.branches() == [:])
  }

  @Test("A squash there holds what a merge brought to the first target")
  func squash() {
    var story = begin()
    story.commit("x", "r", message: one)
    story.commit("y", "x", message: one)
    story.commit("m", "c", "y")
    story.commit("s", "c", message: one)
    story.branch("main", "m")
    story.branch("release/1", "s")
    story.found = [.squash(of: ["x", "y"], "s")]
    let told = story.tell()
    #expect(told.plan().derived == .done)
    #expect(
      told.targets() == [
        "main landed: 2 landed, 0 missing, 0 reverted (merge)",
        "release/1 landed: 2 landed, 0 missing, 0 reverted (squash)",
      ])
  }

  @Test("A revert counts where it stands")
  func reverts() {
    var story = begin()
    story.commit("p", "c")
    story.commit("R", "p", message: Story.reverting("p"))
    story.branch("main", "a")
    story.branch("release/1", "R")
    story.found = [.copy(of: "a", "p")]
    #expect(
      story.tell().targets() == [
        "main landed: 1 landed, 0 missing, 0 reverted (fast-forward)",
        "release/1 missing: 0 landed, 0 missing, 1 reverted ()",
      ])
    story = begin()
    story.commit("e", "a")
    story.commit("R", "a", message: Story.reverting("a"))
    story.branch("main", "R")
    story.branch("release/1", "e")
    #expect(
      story.tell().targets() == [
        "main missing: 0 landed, 0 missing, 1 reverted ()",
        "release/1 landed: 1 landed, 0 missing, 0 reverted (fast-forward)",
      ])
  }

  @Test("A branch that began on a further target has only what it added", arguments: [false, true])
  func hotfix(_ isMerged: Bool) {
    var story = begin()
    story.commit("d", "c")
    story.commit("x", "d")
    story.commit("e", "d")
    story.commit("m", "e", "x", message: "Merge branch 'EP-20260101-001'")
    story.branch("main", "r")
    story.branch("release/1", isMerged ? "m" : "e")
    story.branch("EP-20260101-001", "x")
    let told = story.tell()
    // No branch has `a`, which says itself whose it is; nor has one `m` before the merge, which names the branch.
    #expect(Set(told.links(1).keys) == (["a", "x", "m"]))
    #expect(told.plan().counts.open == 1)
    #expect(told.branches()["EP-20260101-001"] == "open 1")
    #expect(
      told.targets().last
        == (isMerged
          ? "release/1 landed: 1 landed, 0 missing, 0 reverted (merge)"
          : "release/1 missing: 0 landed, 1 missing, 0 reverted ()"))
  }

  @Test("A copy of open work makes no branch of its target")
  func copyOfOpenWork() {
    var story = begin()
    story.commit("x", "r", message: one)
    story.commit("p", "c", message: one)
    story.branch("main", "r")
    story.branch("release/1", "p")
    story.branch("work", "x")
    #expect(story.tell().branches().count == 2)
    story.found = [.copy(of: "x", "p")]
    let told = story.tell()
    #expect(told.branches() == ["work": "open 1 (by commits)"])
    #expect(told.plan().counts.open == 1)
    #expect(told.targets().last == "release/1 landed: 1 landed, 0 missing, 0 reverted (rebase)")
  }

  @Test("A fresh branch on a further target is empty")
  func fresh() {
    var story = begin()
    story.branch("main", "r")
    story.branch("release/1", "c")
    story.branch("EP-20260101-001", "c")
    #expect(story.tell().branches() == ["EP-20260101-001": "empty"])
  }

  @Test("More targets than a machine word has bits")
  func many() {
    var story = begin()
    story.branch("main", "a")
    story.furtherTargets = (0..<70).map { "release/\($0)" }
    for number in 0..<70 { story.branch("release/\(number)", number % 3 == 0 ? "a" : "c") }
    let landed = story.tell().plan().targets.dropFirst().map { $0.landed }
    #expect(landed == (0..<70).map { $0 % 3 == 0 ? 1 : 0 })
  }
}
