import GitModel
import Plans
import Testing

@testable import Correlation

/// Which of the documents 0 and 1, which carry one ID, a commit means.
@Suite struct NamesakeRuleTests {
  /// A digit for each held document; behind it, a letter for its content.
  private func rule(_ story: Story, _ held: [String: String]) -> NamesakeRule {
    let facts = story.facts()
    var places: [CommitIndex: [Int: ObjectID]] = [:]
    for (name, documents) in held {
      guard let commit = facts.graph.index(of: Story.objectID(name)) else { continue }
      for document in documents.split(separator: " ") {
        guard let number = document.first?.wholeNumberValue else { continue }
        places[commit, default: [:]][number] = Story.objectID(String(document))
      }
    }
    return NamesakeRule(Correlator(facts), held: places)
  }

  private func meaning(_ rule: NamesakeRule, _ name: String, in story: Story) -> Int? {
    story.facts().graph.index(of: Story.objectID(name)).flatMap { rule.document(meantBy: $0) }
  }

  /// r - a1 - a2 - m - s    main, where document 0 was written
  ///  \          /
  ///   b1 - b2 -+- k - l    side, where document 1 was written; k takes main in
  @Test("Two lines of work, before and after they meet")
  func lines() {
    var story = Story()
    story.commit("r")
    story.commit("a1", "r")
    story.commit("b1", "r")
    story.commit("a2", "a1")
    story.commit("b2", "b1")
    story.commit("m", "a2", "b2", message: "Merge branch 'side'")
    story.commit("k", "b2", "a2", message: "Merge branch 'main' into side")
    story.commit("l", "k")
    story.commit("s", "m")
    story.commit("t", "s")
    story.branch("main", "t")
    story.branch("side", "l")
    let held = [
      "a1": "0a", "a2": "0a", "b1": "1a", "b2": "1a", "m": "0a 1a", "k": "0a 1a", "l": "0a 1a",
      "s": "0a 1a", "t": "0a 1b",
    ]
    let rule = rule(story, held)
    let meanings = ["r", "a1", "a2", "b1", "b2", "m", "k", "l", "s", "t"].map { name in
      meaning(rule, name, in: story).map(String.init) ?? "-"
    }
    #expect(meanings == ["-", "0", "0", "1", "1", "1", "1", "1", "-", "1"])
  }

  @Test("A commit that brings a document means it: a squash; one that takes it away, too")
  func squash() {
    var story = Story()
    story.commit("a")
    story.commit("s", "a")
    story.commit("d", "a")
    story.branch("main", "s")
    let rule = rule(story, ["a": "0a", "s": "0a 1a"])
    #expect(meaning(rule, "s", in: story) == 1)
    #expect(meaning(rule, "d", in: story) == 0)
  }

  @Test("A merge of what holds both leaves it open, but for the line that was merged")
  func mergedLine() {
    var story = Story()
    story.commit("a")
    story.commit("b")
    story.commit("k", "b", "a", message: "Merge branch 'main' into side")
    story.commit("l", "k")
    story.commit("m", "a", "l", message: "Merge branch 'side'")
    story.commit("o", "m", "k", "l", message: "Merge branches 'x' and 'y'")
    story.branch("main", "o")
    let rule = rule(story, ["a": "0a", "b": "1a", "k": "0a 1a", "l": "0a 1a", "m": "0a 1a"])
    #expect(meaning(rule, "m", in: story) == 1)
    #expect(meaning(rule, "o", in: story) == nil)
  }
}
