import GitModel
import Testing

@testable import Correlation

@Suite struct LandingInquiryTests {
  private let one = "T\n\nExecPlan: EP-20260101-001\n"

  /// What is asked, in words.
  private struct Asked {
    var idle: [String] = []
    /// The tips of series, with the commits that may be copies: `*` for all.
    var searches: [String] = []
    var reverted: [String] = []
    var twins: [String] = []
    /// Commits of further targets, with those that they may be copies of.
    var picks: [String] = []
    var further: [String] = []
  }

  private func asked(
    _ story: Story, identities: [String: UInt64] = [:], copies: [String] = []
  ) -> Asked {
    var facts = story.facts()
    func name(_ commit: CommitIndex) -> String { Story.name(facts.graph.id(of: commit)) }
    func place(_ name: String) -> CommitIndex {
      facts.graph.index(of: Story.objectID(name)) ?? CommitIndex(-1)
    }
    if !identities.isEmpty {
      facts.identities = (0..<facts.graph.count).map { place in
        let value = identities[name(CommitIndex(place))] ?? UInt64(1000 + place)
        return CommitIdentity(author: value, subject: value)
      }
    }
    let questions = Correlator(facts).landingQuestions
    func words(_ search: LandingQuestions.Search) -> String {
      let candidates = search.candidates.map { $0.map(name).sorted().joined(separator: " ") }
      return "\(name(search.series.tip)) in \(candidates ?? "*")"
    }
    return Asked(
      idle: questions.idleMerges.map { "\(name($0.merge)) keeps \(name($0.kept))" },
      searches: questions.searches.map(words),
      reverted: questions.reverted.map(name),
      twins: questions.twins.map { "\(name($0.older)) \(name($0.newer))" },
      picks: (questions.picks?.picks(besides: Set(copies.map(place))) ?? []).map { pick in
        "\(name(pick.copy)) of \(name(pick.original))" + (pick.isNamed ? ", as it says" : "")
      },
      further: questions.furtherSearches.map(words))
  }

  /// r - a - b on the target; x - y a branch from r.
  private func begin() -> Story {
    var story = Story()
    story.commit("r")
    story.commit("x", "r", message: one)
    story.commit("y", "x")
    story.commit("a", "r", message: one)
    story.commit("b", "a")
    return story
  }

  @Test("Nothing is asked where nothing is open")
  func nothing() {
    var story = begin()
    story.branch("main", "b")
    let asked = asked(story)
    #expect(asked.searches.isEmpty && asked.idle.isEmpty && asked.reverted.isEmpty)
  }

  @Test("Nothing is asked without plans, or without a target")
  func noPlans() {
    var story = begin()
    story.branch("main", "b")
    story.branch("work", "y")
    #expect(asked(story).searches == ["y in *"])
    story.target = nil
    #expect(asked(story).searches.isEmpty)
    var other = Story([])
    other.commit("x", message: one)
    other.branch("main", "x")
    #expect(asked(other).searches.isEmpty)
  }

  @Test("Open branches are looked for where they carry linked work or belong to a plan")
  func open() {
    var story = begin()
    story.commit("n", "r")
    story.commit("p", "r")
    story.branch("main", "b")
    story.branch("work", "y")
    story.branch("nobody", "n")
    story.branch("EP-20260101-002", "p")
    #expect(asked(story).searches == ["y in *", "p in *"])
    story.head = "y"
    #expect(asked(story).searches == ["y in *", "p in *"])
  }

  @Test("Merges with the tree of one parent, where another one brought linked work")
  func idle() {
    // Every tree of a story is the same.
    var story = begin()
    story.commit("m", "b", "y")
    story.commit("n", "m")
    story.commit("o", "m")
    story.commit("p", "n", "o")
    story.branch("main", "p")
    let asked = asked(story)
    #expect(asked.idle == ["m keeps b"])
    #expect(asked.searches == ["y in *"])
  }

  @Test("A merged branch is looked at where the plan has other commits beside it")
  func merged() {
    var story = begin()
    story.commit("m", "b", "y", message: "Merge branch 'x'")
    story.branch("main", "m")
    var facts = story.facts()
    facts.graph = differing(facts.graph)
    let questions = Correlator(facts).landingQuestions
    #expect(questions.searches.count == 1)
    #expect(
      questions.searches.first?.candidates?.map { Story.name(facts.graph.id(of: $0)) } == ["a"])
  }

  @Test("Also where the target was merged into the branch in between")
  func mergedAfterAMergeOfTheTarget() {
    var story = begin()
    story.commit("n", "y", "b")
    story.commit("c", "b")
    story.commit("m", "c", "n", message: "Merge branch 'x'")
    story.branch("main", "m")
    var facts = story.facts()
    facts.graph = differing(facts.graph)
    let search = Correlator(facts).landingQuestions.searches.first
    #expect(search?.candidates?.map { Story.name(facts.graph.id(of: $0)) } == ["a"])
    // What the branch began on is no copy.
    story = Story()
    story.commit("a", message: one)
    story.commit("x", "a", message: one)
    story.commit("m", "a", "x", message: "Merge branch 'x'")
    story.branch("main", "m")
    facts = story.facts()
    facts.graph = differing(facts.graph)
    #expect(Correlator(facts).landingQuestions.searches.isEmpty)
  }

  @Test(
    "Also where a commit of the target says that it holds what a merge brought later",
    arguments: [
      ("T\n\n(cherry picked from commit \(Story.objectID("y")))\n", true),
      ("Squashed commit of the following:\n\ncommit \(Story.objectID("y"))\n", true),
      ("T\n\n(cherry picked from commit \(Story.objectID("r")))\n", false), ("T\n", false),
    ])
  func told(message: String, isAsked: Bool) {
    var story = Story()
    story.commit("r")
    story.commit("y", "r", message: one)
    story.commit("s", "r", message: message)
    story.commit("m", "s", "y")
    story.commit("t", "m", message: message)
    story.branch("main", "t")
    var facts = story.facts()
    facts.graph = differing(facts.graph)
    let searches = Correlator(facts).landingQuestions.searches.map { search in
      search.candidates?.map { Story.name(facts.graph.id(of: $0)) }
    }
    #expect(searches == (isAsked ? [["s"]] : []))
  }

  @Test(
    "Also where the branch has a commit from the target that was taken back", arguments: ["s", "R"])
  func takenBack(merged: String) {
    var story = Story()
    story.commit("r")
    story.commit("y", "r", message: one)
    story.commit("s", "r")
    story.commit("b", "y", merged == "s" ? "s" : "r")
    story.commit("z", "b", message: one)
    story.commit("R", "s", message: Story.reverting("s"))
    story.commit("m", "R", "z")
    story.branch("main", "m")
    var facts = story.facts()
    facts.graph = differing(facts.graph)
    let searches = Correlator(facts).landingQuestions.searches.map { search in
      search.candidates?.map { Story.name(facts.graph.id(of: $0)) }
    }
    #expect(searches == (merged == "s" ? [["s"]] : []))
  }

  @Test("Reverted work is looked for again: on the target's own line, and inside merges")
  func reverted() {
    var story = begin()
    story.commit("R", "b", message: Story.reverting("a"))
    story.branch("main", "R")
    #expect(asked(story).reverted == ["a"])
    story = begin()
    story.commit("c", "b")
    story.commit("m", "c", "y")
    story.commit("R", "m", message: Story.reverting("m"))
    story.branch("main", "R")
    #expect(asked(story).searches == ["y in *"])
    #expect(asked(story).reverted == [])
  }

  @Test("A revert that is not on the target asks for nothing")
  func revertedElsewhere() {
    var story = begin()
    story.commit("R", "b", message: Story.reverting("a"))
    story.branch("main", "b")
    story.branch("nobody", "R")
    #expect(asked(story).reverted == [])
  }

  @Test("Commits with the same identity on different lines may be twins")
  func twins() {
    var story = begin()
    story.commit("z", "r", message: one)
    story.commit("w", "z")
    story.branch("main", "b")
    story.branch("work", "y")
    story.branch("anew", "w")
    #expect(asked(story, identities: ["x": 1, "z": 1]).twins == ["x z"])
    // Not on the same line, and not on the target.
    #expect(asked(story, identities: ["x": 1, "y": 1]).twins == [])
    #expect(asked(story, identities: ["x": 1, "a": 1]).twins == [])
    #expect(asked(story).twins == [])
  }

  @Test("Further targets may have picks of linked commits which they lack")
  func picks() {
    var story = begin()
    story.commit("p", "r")
    story.commit("q", "p")
    story.commit(
      "n", "q", message: "T\n\n(cherry picked from commit \(Story.objectID("a")))\n")
    story.branch("main", "b")
    story.branch("work", "y")
    story.branch("release", "n")
    #expect(asked(story, identities: ["x": 1, "p": 1]).picks == [])
    story.furtherTargets = ["release"]
    #expect(
      asked(story, identities: ["x": 1, "p": 1, "b": 2, "q": 2, "a": 3, "n": 3]).picks == [
        "n of a, as it says", "p of x",
      ])
    #expect(asked(story).picks == ["n of a, as it says"])
    // A squash may be known only by what it holds.
    #expect(asked(story, identities: ["b": 2, "q": 2], copies: ["b"]).picks.last == "q of b")
    // What both have is nobody's pick.
    story.commit("m", "n", "a")
    story.branch("release/2", "m")
    story.furtherTargets = ["release/2"]
    #expect(asked(story, identities: ["a": 3, "n": 3]).picks == [])
  }

  @Test("Further targets may hold branches in one commit")
  func further() {
    var story = begin()
    story.commit("m", "b", "y", message: "Merge branch 'x'")
    story.commit("z", "r")
    story.commit("s", "r", message: one)
    story.branch("main", "m")
    story.branch("EP-20260101-002", "z")
    story.branch("release", "s")
    #expect(asked(story).further == [])
    story.furtherTargets = ["release"]
    #expect(asked(story).further == ["z in *", "y in s"])
  }

  /// The same graph, with another tree for each commit.
  private func differing(_ graph: CommitGraph) -> CommitGraph {
    var builder = CommitGraphBuilder()
    for place in 0..<graph.count {
      let commit = CommitIndex(place)
      builder.add(
        graph.ids[place], tree: graph.ids[place], parents: graph.parents(of: commit).map(graph.id),
        committerTime: graph.times[place])
    }
    return builder.finish().graph
  }
}
