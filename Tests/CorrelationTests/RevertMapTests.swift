import GitModel
import Testing

@testable import Correlation

@Suite struct RevertMapTests {
  /// r - a - b - m - c - ...      with x, y merged by m
  private func story(_ more: (inout Story) -> Void) -> RepositoryFacts {
    var story = Story()
    story.commit("r")
    story.commit("a", "r")
    story.commit("x", "r")
    story.commit("y", "x")
    story.commit("m", "a", "y")
    more(&story)
    return story.facts()
  }

  private func names(_ facts: RepositoryFacts, of revert: String) -> [String] {
    let map = RevertMap(facts)
    guard let place = facts.graph.index(of: Story.objectID(revert)) else { return [] }
    return map.work(concernedBy: place).map { Story.name(facts.graph.id(of: $0)) }.sorted()
  }

  @Test("A commit, a merge with all that it brought, a revert with what it took back")
  func kinds() {
    let facts = story { story in
      story.commit("R1", "m", message: Story.reverting("a"))
      story.commit("R2", "R1", message: Story.reverting("m"))
      story.commit("R3", "R2", message: Story.reverting("R2"))
      story.commit("R4", "R3", message: Story.reverting("R3"))
      story.branch("main", "R4")
    }
    #expect(names(facts, of: "R1") == ["a"])
    #expect(names(facts, of: "R2") == ["m", "x", "y"])
    #expect(names(facts, of: "R3") == ["R2", "m", "x", "y"])
    #expect(names(facts, of: "R4") == ["R2", "R3", "m", "x", "y"])
    #expect(names(facts, of: "m") == [])
  }

  @Test("Of a merge, the side that stays may be another one than the first")
  func otherSide() {
    let facts = story { story in
      story.commit("R1", "m", message: Story.reverting("m", keeping: "y"))
      story.commit("R2", "R1", message: Story.reverting("m", keeping: "a"))
      // No parent of the merge: the first one stays.
      story.commit("R3", "R2", message: Story.reverting("m", keeping: "r"))
      story.branch("main", "R3")
    }
    #expect(names(facts, of: "R1") == ["a", "m"])
    #expect(names(facts, of: "R2") == ["m", "x", "y"])
    #expect(names(facts, of: "R3") == ["m", "x", "y"])
  }

  @Test("Several in one message, names of nothing, and of what came later")
  func names() {
    let facts = story { story in
      story.commit("R1", "m", message: Story.reverting("a") + "\n\n" + Story.reverting("x"))
      story.commit("R2", "R1", message: Story.reverting("unknown"))
      story.commit("R3", "R2", message: Story.reverting("R4"))
      story.commit("R4", "R3", message: Story.reverting("R4"))
      story.branch("main", "R4")
    }
    #expect(names(facts, of: "R1") == ["a", "x"])
    for revert in ["R2", "R3", "R4"] { #expect(names(facts, of: revert) == []) }
    #expect(!RevertMap(facts).isEmpty)
    #expect(RevertMap(story { $0.branch("main", "m") }).isEmpty)
  }

  @Test("An abbreviated name, unless several commits have it")
  func abbreviated() {
    let facts = story { story in
      let name = { (name: String) in String(Story.objectID(name).description.prefix(8)) }
      story.commit("long-1", "m")
      story.commit("long-2", "long-1")
      story.commit("R1", "long-2", message: "T\n\nThis reverts commit \(name("a")).")
      story.commit("R2", "R1", message: "T\n\nThis reverts commit \(name("long-1")).")
      story.branch("main", "R2")
    }
    #expect(names(facts, of: "R1") == ["a"])
    #expect(names(facts, of: "R2") == [])
  }

  @Test("What a commit is a revert of")
  func reverts() throws {
    let facts = story { story in
      story.commit("R1", "m", message: Story.reverting("m"))
      story.commit("R2", "R1", message: Story.reverting("R1"))
      story.branch("main", "R2")
    }
    let map = RevertMap(facts)
    func place(_ name: String) throws -> CommitIndex {
      try #require(facts.graph.index(of: Story.objectID(name)))
    }
    for revert in ["R1", "R2"] {
      #expect(map.isRevert(try place(revert), ofAnyIn: [try place("x")]))
      #expect(!map.isRevert(try place(revert), ofAnyIn: [try place("a")]))
    }
    #expect(!map.isRevert(try place("a"), ofAnyIn: [try place("a")]))
    #expect(map.isNamed(try place("x")))
    #expect(map.isNamed(try place("R1")))
    #expect(!map.isNamed(try place("a")))
  }

  @Test("A pull request: what names it, the merge of its tip, what its tip brings")
  func requests() {
    var facts = story { story in
      story.commit("s7", "m", message: "T (#7)")
      story.commit("m8", "s7", "x", message: "Merge pull request #8 from o/x")
      story.commit("p", "r")
      story.commit("q", "p")
      story.commit("m9", "m8", "q")
      story.commit("d", "r")
      story.commit("e", "d")
      for number in 7...12 {
        story.commit(
          "R\(number)", number == 7 ? "m9" : "R\(number - 1)",
          message: "Revert T\n\nReverts \(number == 11 ? "x/y" : "o/n")#\(number)")
      }
      story.commit("later", "R12", message: "T (#12)")
      story.branch("main", "later")
      story.branch("other", "e")
    }
    facts.forge = Forge(url: "https://github.com/o/n")
    facts.pullRequestHeads = PullRequestHeads(
      [9: Story.objectID("q"), 10: Story.objectID("e"), 11: Story.objectID("e")],
      isComplete: false)
    #expect(names(facts, of: "R7") == ["s7"])
    #expect(names(facts, of: "R8") == ["m8"])
    #expect(names(facts, of: "R9") == ["m9", "p", "q"])
    #expect(names(facts, of: "R10") == ["d", "e"])
    // Another project's, and one that came later.
    #expect(names(facts, of: "R11") == [])
    #expect(names(facts, of: "R12") == [])
  }
}
