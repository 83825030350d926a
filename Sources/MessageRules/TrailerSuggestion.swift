package import GitModel
package import Plans

/// The trailers that a message gets without its author's doing.
package enum TrailerSuggestion {
  /// Says whether a message may get trailers: not where it refers to a plan already, also by `none`, and not
  /// `fixup!` and its like, since git demands that their message stays.
  ///
  /// - Parameter message: The message without comments and scissors.
  package static func isOpen(
    _ message: some Collection<UInt8>, options: TrailerOptions = .history
  ) -> Bool {
    !Exemption.isFixup(subject: MessageSubject.subject(of: message))
      && MessageReferences(of: message, options: options) == nil
  }

  /// Says whether a message is one that `git revert` makes.
  package static func isRevert(_ message: some Collection<UInt8>) -> Bool {
    let subject = MessageSubject.subject(of: message)
    let kinds = Exemption.exemptions(bySubject: subject)
    // With `--reference` the title is left to be written.
    return kinds.contains(.revert) || kinds.contains(.reapply)
      || subject.hasPrefix("This reverts commit ")
  }

  /// Returns the trailers that refer to plans, each once and in order. What no trailer can say is left out.
  package static func trailers(for references: [PlanReference]) -> [Trailer] {
    var seen: Set<Trailer> = []
    return references.compactMap { reference in
      guard let value = reference.value else { return nil }
      var key = PlanReference.keys[0]
      if case .milestone = reference { key = PlanReference.keys[1] }
      return Trailer(key: key, value: value)
    }.filter { seen.insert($0).inserted }
  }
}
