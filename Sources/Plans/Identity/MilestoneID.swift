/// The name of a milestone: its plan's ID and a sequence within the plan, `EP-20260117-014/MS001`.
///
/// Ordered by plan, then by sequence.
package struct MilestoneID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let plan: PlanID
  /// The sequence within the plan, 0 to 999. The format starts at 1.
  package let sequence: Int

  package init(plan: PlanID, sequence: Int) {
    self.plan = plan
    self.sequence = sequence
  }

  /// Creates an ID from text that is one whole: `EP-20260117-014/MS001`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == PlanID.length + 6, let plan = PlanID(prefixOf: bytes[...]),
      bytes[PlanID.length] == UInt8(ascii: "/"),
      let sequence = MilestoneID.sequence(bytes[(PlanID.length + 1)...])
    else { return nil }
    self.plan = plan
    self.sequence = sequence
  }

  /// Returns the milestones in the name of a branch or a file, in order of appearance: an ID that stands
  /// alone, then `/`, `-` or `_` and the milestone's short name.
  package static func all(inName name: some StringProtocol) -> [MilestoneID] {
    let bytes = Array(name.utf8)
    let ids = PlanID.all(in: name)
    var found: [MilestoneID] = []
    var position = 0
    for plan in ids {
      let text = Array(plan.description.utf8)
      while !bytes[position...].starts(with: text) { position += 1 }
      position += PlanID.length
      guard let separator = bytes[position...].first, "/-_".utf8.contains(separator),
        let sequence = sequence(bytes[(position + 1)...].prefix(5)),
        bytes.dropFirst(position + 6).first.map(PlanID.isWordByte) != true
      else { continue }
      found.append(MilestoneID(plan: plan, sequence: sequence))
    }
    return found
  }

  /// The part after the slash: `MS001`.
  package var shortName: String { "MS" + PlanID.padded(sequence, to: 3) }

  package var description: String { "\(plan)/\(shortName)" }

  package static func < (left: MilestoneID, right: MilestoneID) -> Bool {
    (left.plan, left.sequence) < (right.plan, right.sequence)
  }

  /// Returns the sequence of a short name, `MS` and three digits; `nil` for anything else.
  package static func sequence(_ shortName: ArraySlice<UInt8>) -> Int? {
    guard shortName.count == 5, shortName.starts(with: [UInt8(ascii: "M"), UInt8(ascii: "S")])
    else { return nil }
    return PlanID.number(shortName.dropFirst(2))
  }
}
