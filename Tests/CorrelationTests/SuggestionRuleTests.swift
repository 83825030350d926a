import GitModel
import Plans
import Testing

@testable import Correlation

@Suite struct SuggestionRuleTests {
  private func suggestions(
    _ evidence: WeakEvidence, message: String = "work", note: PlanNote? = nil, plans: Int = 5
  ) -> [String] {
    var story = Story(Array(repeating: .planned, count: plans))
    story.commit("a", message: message)
    story.branch("main", "a")
    var facts = story.facts()
    let commit = CommitIndex(0)
    if let note { facts.notes[commit] = note }
    let links = Correlator(facts).links
    return SuggestionRule(facts: facts, links: links).suggestions(for: commit, evidence).map {
      "\($0.plan + 1) " + $0.evidence.map(\.rawValue).joined(separator: "+")
    }
  }

  private func plans(_ numbers: Int...) -> [PlanReference] { numbers.map { .plan(Story.id($0)) } }

  @Test func mentionsAndChangedFilesAreSuggested() {
    #expect(suggestions(WeakEvidence(mentioned: plans(2))) == ["2 mention"])
    #expect(suggestions(WeakEvidence(changed: plans(3))) == ["3 path"])
    #expect(
      suggestions(WeakEvidence(mentioned: plans(2, 9), changed: plans(2, 1)))
        == ["1 path", "2 mention+path"])
  }

  @Test func housekeepingOfManyPlansIsNot() {
    #expect(suggestions(WeakEvidence(changed: plans(1, 2, 3))).count == 3)
    #expect(
      suggestions(WeakEvidence(mentioned: plans(1), changed: plans(1, 2, 3, 4))) == ["1 mention"])
  }

  @Test func aCommitThatSaysItselfWhatItBelongsToIsLeftAlone() {
    let weak = WeakEvidence(mentioned: plans(2), changed: plans(3))
    #expect(suggestions(weak, message: "x\n\nExecPlan: \(Story.id(1))").isEmpty)
    #expect(suggestions(weak, message: "x\n\nExecPlan: none (build)").isEmpty)
    #expect(suggestions(weak, note: PlanNote(references: plans(1))).isEmpty)
    #expect(suggestions(weak, note: PlanNote(denied: plans(2))) == ["3 path"])
  }
}
