/// What a push does to one reference of the repository that receives it, as git tells hooks.
package struct ReferenceUpdate: Hashable, Sendable {
  /// The full name of the reference there.
  package let reference: String
  /// What the reference holds before the push; `nil` where the push creates it.
  package let old: ObjectID?
  /// What it is to hold; `nil` where the push deletes it.
  package let new: ObjectID?

  package init(reference: String, old: ObjectID?, new: ObjectID?) {
    self.reference = reference
    self.old = old
    self.new = new
  }

  /// How the lines are written.
  package enum Form: String, Hashable, Sendable {
    /// As `pre-receive` gets them, on the side that receives.
    case received = "<old> <new> <reference>"
    /// As `pre-push` gets them, on the side that sends.
    case sent = "<local reference> <local object> <remote reference> <remote object>"
  }

  /// Reads the lines of a hook's standard input. The last one may lack its line end.
  ///
  /// - Throws: `ReferenceUpdateError` for the first line that is none.
  package static func updates(
    in input: [UInt8], _ form: Form
  ) throws(ReferenceUpdateError) -> [ReferenceUpdate] {
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var updates: [ReferenceUpdate] = []
    updates.reserveCapacity(lines.count)
    for (place, line) in lines.enumerated() {
      guard let update = ReferenceUpdate(line: line, form) else {
        throw ReferenceUpdateError(line: place + 1, form: form)
      }
      updates.append(update)
    }
    return updates
  }

  /// Reads a line without its line end; `nil` where it is none.
  private init?(line: ArraySlice<UInt8>, _ form: Form) {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let fields: (old: ArraySlice<UInt8>, new: ArraySlice<UInt8>, name: ArraySlice<UInt8>)
    switch form {
    case .received:
      guard words.count == 3 else { return nil }
      fields = (words[0], words[1], words[2])
    case .sent:
      // The local name is given as the person wrote it, and `HEAD@{1 day ago}` holds blanks.
      guard words.count >= 4 else { return nil }
      let last = words.suffix(3)
      fields = (last[last.startIndex + 2], last[last.startIndex], last[last.startIndex + 1])
    }
    guard !fields.name.isEmpty, let old = ObjectID(hex: fields.old),
      let new = ObjectID(hex: fields.new)
    else { return nil }
    self.init(
      reference: String(decoding: fields.name, as: UTF8.self),
      old: old == .zero ? nil : old, new: new == .zero ? nil : new)
  }
}

/// A line on the standard input of a hook that git would not write.
package struct ReferenceUpdateError: Error, Hashable, Sendable {
  /// 1-based line number.
  package let line: Int
  package let form: ReferenceUpdate.Form
}
