import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct LinkEvidenceTests {
  private let one = "EP-20260101-001"
  private let two = "EP-20260101-002"

  @Test("What a commit says of itself")
  func explicit() {
    var story = Story()
    story.commit("a", message: "T\n\nExecPlan: \(one)\n")
    story.commit("b", "a", message: "T\n\nExecPlan: \(one)\n\nmore prose here\n")
    story.commit("c", "b", message: "T\n\nMilestone: \(one)/MS002\n")
    story.commit("d", "c", message: "T\n\nexecplan: \(one)\nExecPlan: \(two)\n")
    story.commit("e", "d", message: "T, see \(one)\n")
    story.commit("f", "e")
    story.commit("g", "f", message: "T\n\nExecPlan: none (chore)\n")
    story.commit("h", "g", message: "T\n\nExecPlan: .agent/exec_plans/active/p1/\(one)_p1.md\n")
    story.commit("i", "h", message: "T\n\nExecPlan: EP-20991231-999\n")
    story.notes = ["f": "ExecPlan: \(two)\n"]
    story.branch("main", "i")
    let told = story.tell()
    #expect(
      told.links(1)
        == ["a": "trailer", "b": "body", "c": "trailer", "d": "trailer", "h": "trailer"])
    #expect(told.links(2) == ["d": "trailer", "f": "note"])
    #expect(told.plan().milestones.map(\.id.shortName) == ["MS002"])
    #expect(told.answers.links.unknown.count == 1)
  }

  @Test("A document is found by a path that it had before")
  func renamed() throws {
    var story = Story()
    let former = try #require(RepositoryPath("docs/plans/old.md"))
    story.formerPaths = [former: story.plans[0].path]
    story.commit("a", message: "T\n\nExecPlan: docs/plans/old.md\n")
    story.branch("main", "a")
    #expect(story.tell().links(1) == ["a": "trailer"])
  }

  @Test(
    "A path that leads nowhere is no riddle where a note names the plan that the document became")
  func explained() {
    var story = Story()
    story.commit("a", message: "T\n\nExecPlan: docs/gone.md\n")
    story.commit("b", "a", message: "T\n\nExecPlan: docs/gone.md\n")
    story.notes = ["a": "ExecPlan: \(one)", "b": "ExecPlan: EP-20991231-999"]
    story.branch("main", "b")
    let told = story.tell()
    #expect(told.links(1) == ["a": "note"])
    #expect(Set(told.answers.links.unknown.values.flatMap { $0 }).count == 1)
  }

  /// r - t ------- m      main; x1 - x2 - x3 of the side
  private func merged(message: String, sides: [String] = ["", "", ""]) -> Told {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r", message: sides[0])
    story.commit("x2", "x1", message: sides[1])
    story.commit("x3", "x2", message: sides[2])
    story.commit("t", "r")
    story.commit("m", "t", "x3", message: message)
    story.branch("main", "m")
    return story.tell()
  }

  @Test(
    "A merge gives what it brought in to the plan that it carries or names",
    arguments: [
      ("Merge branch 'feature/EP-20260101-001-x'", "merge"),
      ("Merge pull request #7 from o/EP-20260101-001-x\n\nTitle\n", "merge"),
      ("Merge branch 'x'\n\nExecPlan: EP-20260101-001\n", "trailer"),
      ("Whatever\n\nExecPlan: EP-20260101-001\n\nmore prose here\n", "body"),
    ])
  func merge(_ message: String, _ own: String) {
    #expect(
      merged(message: message).links(1) == [
        "x1": "merge", "x2": "merge", "x3": "merge", "m": own,
      ])
  }

  @Test(
    "A merge that says nothing of a plan gives nothing",
    arguments: [
      "Merge branch 'x'", "Merge branch 'EP-20260101-0011'", "Title EP-20260101-001",
    ])
  func otherMerges(_ message: String) { #expect(merged(message: message).links(1).isEmpty) }

  @Test("Commits that carry another plan's trailer, or none, keep what they say")
  func foreignTrailers() {
    let told = merged(
      message: "Merge branch 'EP-20260101-001'",
      sides: ["T\n\nExecPlan: \(two)\n", "T\n\nExecPlan: none\n", "T\n\nExecPlan: \(one)\n"])
    #expect(told.links(1) == ["x3": "trailer+merge", "m": "merge"])
    #expect(told.links(2) == ["x1": "trailer"])
  }

  @Test("A branch that took in the target brings nothing of it to the plan")
  func backMerge() {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r")
    story.commit("t", "r")
    story.commit("b", "x1", "t", message: "Merge branch 'main' into EP-20260101-001-x")
    story.commit("x2", "b")
    story.commit("t2", "t")
    story.commit("m", "t2", "x2", message: "Merge branch 'EP-20260101-001-x'")
    story.branch("main", "m")
    #expect(
      story.tell().links(1) == ["x1": "merge", "b": "merge", "x2": "merge", "m": "merge"])
  }

  @Test(
    "A back-merge of the open target, as a remote-tracking branch too",
    arguments: [
      "Merge branch 'main' into EP-20260101-001-x",
      "Merge remote-tracking branch 'origin/main' into EP-20260101-001-x",
      "Merge branch 'main' into EP-20260101-001-x\n\nExecPlan: EP-20260101-001\n",
    ])
  func openBackMerge(_ message: String) {
    var story = Story()
    story.commit("r")
    story.commit("x1", "r")
    story.commit("t", "r")
    story.commit("b", "x1", "t", message: message)
    story.branch("main", "t")
    story.branch("main", "t", .init(remote: "origin"))
    story.branch("EP-20260101-001-x", "b")
    #expect(Set(story.tell().links(1).keys) == ["x1", "b"])
  }

  @Test("An octopus gives each side to its own plan")
  func octopus() {
    var story = Story()
    story.commit("r")
    story.commit("x", "r")
    story.commit("y", "r")
    story.commit(
      "m", "r", "x", "y", message: "Merge branches 'EP-20260101-001-x' and 'EP-20260101-002-y'")
    story.branch("main", "m")
    let told = story.tell()
    #expect(told.links(1) == ["x": "merge", "m": "merge"])
    #expect(told.links(2) == ["y": "merge", "m": "merge"])
  }
}
