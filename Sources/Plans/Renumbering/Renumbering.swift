/// Gives a plan another ID, in the documents that speak of it. All IDs have one length, so that no other
/// byte moves.
package struct Renumbering: Hashable, Sendable {
  package let old: PlanID
  package let new: PlanID

  package init(from old: PlanID, to new: PlanID) {
    self.old = old
    self.new = new
  }

  /// Returns the plan's own document: with the new ID in its front matter, and wherever its text names the
  /// plan. In `depends_on` and `supersedes` the old ID means another plan, and stays.
  package func plan(_ bytes: [UInt8]) throws(FrontMatterEditError) -> [UInt8] {
    try edited(bytes, keys: ["id"])
  }

  /// Returns a document of one of the plan's milestones.
  package func milestone(_ bytes: [UInt8]) throws(FrontMatterEditError) -> [UInt8] {
    try edited(bytes, keys: ["id", "execplan_id"])
  }

  /// Returns another plan's document, with the references of the given keys turned to the new ID.
  package func references(
    of keys: [String], in bytes: [UInt8]
  ) throws(FrontMatterEditError) -> [UInt8] {
    try FrontMatterEdit.setting(
      keys.map {
        FrontMatterChange($0, to: .replacing(old.description, with: new.description))
      }, in: bytes)
  }

  /// Returns the keys, of those that name plans, whose values name the old ID.
  package func keysNaming(_ plan: Plan) -> [String] {
    [("depends_on", plan.dependsOn), ("supersedes", plan.supersedes)]
      .filter { $0.1.contains(old) }.map(\.0)
  }

  /// Returns the name of a file or a folder that begins with the old ID; other names stay.
  package func name(_ name: String) -> String {
    guard let id = PlanLayout.planID(ofFile: name), id == old else { return name }
    return new.description + name.dropFirst(PlanID.length)
  }

  /// Returns how often the text below a document's front matter names the old ID.
  package func mentions(in bytes: [UInt8]) -> Int {
    PlanID.occurrences(in: bytes)
      .count { $0.id == old && $0.offset >= Self.bodyStart(of: bytes) }
  }

  private func edited(_ bytes: [UInt8], keys: [String]) throws(FrontMatterEditError) -> [UInt8] {
    var bytes = try settingIDs(keys, in: bytes)
    let start = Self.bodyStart(of: bytes)
    for found in PlanID.occurrences(in: bytes) where found.id == old && found.offset >= start {
      bytes.replaceSubrange(
        found.offset..<(found.offset + PlanID.length), with: new.description.utf8)
    }
    return bytes
  }

  /// Sets the keys whose value is the old ID or one of its milestones. A document without front matter
  /// has none; what cannot be read as such cannot be edited either.
  private func settingIDs(
    _ keys: [String], in bytes: [UInt8]
  ) throws(FrontMatterEditError) -> [UInt8] {
    guard case .found(let found) = FrontMatter.search(bytes), found.isFirst else { return bytes }
    let document: FrontMatterDocument
    do throws(FrontMatterError) {
      document = try FrontMatterDocument(bytes)
    } catch {
      throw .unreadable(error)
    }
    var changes: [FrontMatterChange] = []
    for key in keys {
      guard let text = document.text(key) else { continue }
      if PlanID(text) == old { changes.append(FrontMatterChange(key, to: new.description)) }
      if let milestone = MilestoneID(text), milestone.plan == old {
        changes.append(
          FrontMatterChange(
            key, to: MilestoneID(plan: new, sequence: milestone.sequence).description))
      }
    }
    return try FrontMatterEdit.setting(changes, in: bytes)
  }

  private static func bodyStart(of bytes: [UInt8]) -> Int {
    guard case .found(let found) = FrontMatter.search(bytes), found.isFirst else { return 0 }
    return found.body.lowerBound
  }
}
