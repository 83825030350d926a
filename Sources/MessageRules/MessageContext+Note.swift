import Plans

extension MessageContext {
  /// Returns what the commit belongs to by its message and its note together: the message's references
  /// without those that the note takes back, and the note's own.
  ///
  /// - Parameter message: What the message says; `nil` where it says nothing.
  /// - Returns: `nil` where neither says anything.
  package func references(besides message: MessageReferences?) -> MessageReferences? {
    if note.isEmpty { return message }
    var references: [PlanReference] = []
    for reference in kept(of: message?.references ?? []) where !references.contains(reference) {
      references.append(reference)
    }
    let place = references.isEmpty ? .block : message?.place ?? .block
    references += note.references.filter { !references.contains($0) }
    return MessageReferences(references, place: place)
  }

  /// Returns the references that the note leaves, however they and its denials are written.
  private func kept(of references: [PlanReference]) -> [PlanReference] {
    let denied = Set(
      note.denied.compactMap { reference -> PlanKey? in
        // A milestone that is denied leaves its plan.
        if case .milestone = reference { nil } else { key(of: reference) }
      })
    let namesPlan = note.references.contains { key(of: $0).flatMap { plans[$0] } != nil }
    return note.kept(of: references).filter { reference in
      guard let key = key(of: reference) else { return true }
      // A path that leads nowhere is no riddle where the note names the plan that the document became.
      if case .path = reference, namesPlan, plans[key] == nil { return false }
      return !denied.contains(key)
    }
  }
}
