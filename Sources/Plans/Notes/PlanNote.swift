/// What a commit's git note says of plans.
package struct PlanNote: Hashable, Sendable {
  /// What the commit belongs to.
  package var references: [PlanReference]
  /// What it does not belong to, whatever its message, a merge or a branch says. A plan's milestones are
  /// denied with it. The note's own references stand all the same.
  package var denied: [PlanReference]

  package init(references: [PlanReference] = [], denied: [PlanReference] = []) {
    self.references = references
    self.denied = denied
  }

  /// Reads a note.
  package init(note: some Collection<UInt8>) {
    let statements = NoteStatement.all(in: note)
    references = statements.filter { !$0.isDenial }.map(\.reference)
    denied = statements.filter(\.isDenial).map(\.reference)
  }

  package var isEmpty: Bool { references.isEmpty && denied.isEmpty }

  /// Returns the references of a message without those that the note takes back as they are written. What
  /// is written in another way, a path for an ID, only the known plans can tell. A milestone that is denied
  /// without its plan leaves the plan.
  package func kept(of references: [PlanReference]) -> [PlanReference] {
    if denied.isEmpty { return references }
    return references.compactMap { reference in
      if case .milestone(let id) = reference, denied.contains(reference),
        !denied.contains(.plan(id.plan))
      {
        return .plan(id.plan)
      }
      return denied.contains { NoteStatement.covers($0, reference) } ? nil : reference
    }
  }
}
