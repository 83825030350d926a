import Correlation
import GitModel
import Plans

/// Which commits and branches mean the plan that gets another ID, of all that name the old one.
struct NamesakeMeanings {
  /// The links that the old ID has.
  let links: [CommitIndex: Link]
  private let facts: RepositoryFacts
  private let rule: NamesakeRule?

  /// The plan's number among the documents with its ID.
  private static let own = 0

  init(of id: PlanID, _ correlator: Correlator, history: NamesakeHistory) throws {
    facts = correlator.facts
    var links: [CommitIndex: Link] = [:]
    if let position = facts.plans.position(ofKey: .id(id)) {
      for commit in correlator.links.commits {
        for link in correlator.links.links(of: commit) where link.plan == position {
          links[commit] = link
        }
      }
    }
    self.links = links
    // Where the ID is one document's alone, nothing else can be meant.
    guard history.namesakes.count > 1 else {
      rule = nil
      return
    }
    let noted = facts.notes.filter { $0.value.denied.contains(.plan(id)) }.keys
    let tips = facts.branches.filter {
      PlanID.all(in: $0.branch.name).contains(id) || !$0.configured.isEmpty
    }
    rule = NamesakeRule(
      correlator,
      held: try history.held(since: Array(links.keys) + Array(noted) + tips.flatMap(\.tips)))
  }

  /// Says whether a commit that names the old ID means this plan; `nil` where it may mean another one with
  /// the same ID.
  func isMeant(by commit: CommitIndex) -> Bool? {
    guard let rule else { return true }
    return rule.document(meantBy: commit).map { $0 == Self.own }
  }
}
