import Correlation
import GitModel
import GitStore
import Plans

/// Decides what a plan's new ID changes: documents, notes and configuration. Nothing is written.
struct RenumberPlanner {
  private let session: Session
  private let catalog: PlanCatalog
  private let correlator: Correlator
  private var facts: RepositoryFacts { correlator.facts }

  /// - Parameter catalog: The plans of the work tree.
  init(_ session: Session, catalog: PlanCatalog) throws {
    self.session = session
    self.catalog = catalog
    correlator = Correlator(try FactsGatherer(session).gather())
  }

  /// - Parameters:
  ///   - word: The plan: its document's path, its slug, or its ID.
  ///   - requested: The new ID; `nil` for the next free one of the same day.
  func plan(_ word: String, to requested: PlanID?) throws -> RenumberPlan {
    let found = try RenumberSubject(session: session, catalog: catalog).find(word) {
      documents, id in
      try NamesakeHistory(of: id, documents: documents, facts: facts, session).latest
    }
    let history = try NamesakeHistory(
      of: found.id, documents: found.documents, facts: facts, session)
    let meanings = try NamesakeMeanings(of: found.id, correlator, history: history)
    let new = try newID(for: found.id, requested: requested, meanings: meanings)
    var plan = RenumberPlan(Renumbering(from: found.id, to: new))
    try RenumberDocuments(session: session, catalog: catalog, history: history)
      .add(found.documents, to: &plan)
    addNotes(meanings, to: &plan)
    RenumberSettings(session: session, facts: facts, meanings: meanings)
      .add(to: &plan, document: found.documents[0].path)
    return plan
  }

  private func newID(
    for old: PlanID, requested: PlanID?, meanings: NamesakeMeanings
  ) throws -> PlanID {
    let taken = try PlanIDSearch.takenIDs(session)
    if let requested {
      if taken.contains(requested) {
        throw CommandError(
          "the ID \(requested) is taken", hint: "leave --to out for the next free ID")
      }
      return requested
    }
    if let begun = begunID(for: old, meanings: meanings), !taken.contains(begun) { return begun }
    guard let next = PlanSequence.next(like: old, among: taken) else {
      throw CommandError(
        "the day of \(old) has its 999 plans already", hint: "give an ID with --to <id>")
    }
    return next
  }

  /// The ID that a run gave to the plan in notes, and that did not come as far as the document.
  private func begunID(for old: PlanID, meanings: NamesakeMeanings) -> PlanID? {
    for (commit, note) in facts.notes.sorted(by: { $0.key < $1.key })
    where note.denied.contains(.plan(old)) && meanings.isMeant(by: commit) == true {
      for case .plan(let id) in note.references where id.day == old.day { return id }
    }
    return nil
  }

  /// What messages, merges and branches say of the old ID, notes say of the new one from now on.
  private func addNotes(_ meanings: NamesakeMeanings, to plan: inout RenumberPlan) {
    let (old, new) = (plan.renumbering.old, plan.renumbering.new)
    var open: [CommitIndex] = []
    for (commit, link) in meanings.links.sorted(by: { $0.key < $1.key }) {
      guard let isMeant = meanings.isMeant(by: commit) else {
        open.append(commit)
        continue
      }
      if !isMeant { continue }
      let milestones = link.milestones.map {
        PlanReference.milestone(MilestoneID(plan: new, sequence: $0.sequence))
      }
      plan.notes.append(
        NoteLinks.Change(
          commit: facts.graph.id(of: commit),
          edit: NoteEdit(links: [.plan(new)] + milestones, denials: [.plan(old)])))
    }
    if open.isEmpty { return }
    let names = open.suffix(3).reversed().map { facts.graph.id(of: $0).abbreviated }
    plan.warnings.append(
      "\(open.count) commits may mean either plan and stay with the other one: "
        + names.joined(separator: ", ") + (open.count > 3 ? ", …" : "")
        + "; a git note 'ExecPlan: \(new)' with 'Not-ExecPlan: \(old)' moves one")
  }
}
