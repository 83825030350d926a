package import GitModel
package import Plans

/// The plan references that a commit message holds, and where.
package struct MessageReferences: Hashable, Sendable {
  /// Where in a message references were found.
  package enum Place: Hashable, Sendable {
    /// In the final trailer block, as git reads it.
    case block
    /// At the start of lines elsewhere, where the block has none: squash merges and repeated `-m`
    /// leave them there.
    case body
  }

  package var references: [PlanReference]
  package var place: Place

  /// Reads the references of a message, `nil` where it holds none.
  ///
  /// Values that are empty are passed over; so are those of `Milestone:` that hold nothing like an ID,
  /// since other tools use that key for their own milestones.
  package init?(of message: some Collection<UInt8>, options: TrailerOptions = .history) {
    let block = TrailerParser.trailers(of: message, options: options)
    var references = Self.references(in: block)
    place = .block
    if references.isEmpty {
      let lines = TrailerParser.lines(
        in: message, keys: PlanReference.keys, outsideBlock: true, options: options)
      references = Self.references(in: lines)
      place = .body
    }
    guard !references.isEmpty else { return nil }
    self.references = references
  }

  /// - Returns: `nil` where there are no references.
  package init?(_ references: [PlanReference], place: Place) {
    guard !references.isEmpty else { return nil }
    self.references = references
    self.place = place
  }

  private static func references(in trailers: [Trailer]) -> [PlanReference] {
    var found: [PlanReference] = []
    var seen: Set<PlanReference> = []
    for trailer in trailers where !trailer.value.isEmpty {
      let isForMilestones = trailer.hasKey("Milestone")
      for reference in PlanReference.references(inValueOf: trailer) {
        if case .malformed(let text) = reference, isForMilestones, !resemblesID(text) { continue }
        if seen.insert(reference).inserted { found.append(reference) }
      }
    }
    return found
  }

  /// Says whether a person may have meant an ID: `EP-…` or `MS001`, in any case.
  private static func resemblesID(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if lowered.contains("ep-") { return true }
    guard let start = lowered.firstRange(of: "ms")?.upperBound else { return false }
    return lowered[start...].first?.isNumber ?? false
  }
}
