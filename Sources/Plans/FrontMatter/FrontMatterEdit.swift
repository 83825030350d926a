import YAML

/// Changes values of a front matter in place. Every byte outside of the changed values stays: comments,
/// order, quotes, indentation, line ends, a byte order mark, a missing final newline.
package enum FrontMatterEdit {
  /// Returns the file with the changes made, one after the other. Each result is parsed again and compared
  /// with what was there before, so that a value which cannot be edited is an error and never a broken file.
  package static func setting(
    _ changes: [FrontMatterChange], in bytes: [UInt8]
  ) throws(FrontMatterEditError) -> [UInt8] {
    var bytes = bytes
    for change in changes { bytes = try setting(change, in: bytes) }
    return bytes
  }

  private static func setting(
    _ change: FrontMatterChange, in bytes: [UInt8]
  ) throws(FrontMatterEditError) -> [UInt8] {
    let before = try document(bytes)
    let editor = FrontMatterEditor(document: before, bytes: bytes)
    let splices = try editor.splices(for: change)
    if splices.isEmpty { return bytes }
    let edited = FrontMatterSplice.apply(splices, to: bytes)
    guard isFaithful(change, before: before, bytes: bytes, edited: edited) else {
      throw .notVerified(key: change.name)
    }
    return edited
  }

  private static func document(
    _ bytes: [UInt8]
  ) throws(FrontMatterEditError) -> FrontMatterDocument {
    do throws(FrontMatterError) {
      return try FrontMatterDocument(bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Says whether the edited file has the new value, and all other values and the body as before.
  private static func isFaithful(
    _ change: FrontMatterChange, before: FrontMatterDocument, bytes: [UInt8], edited: [UInt8]
  ) -> Bool {
    guard let after = try? FrontMatterDocument(edited),
      bytes[before.frontMatter.body] == edited[after.frontMatter.body],
      after.root != nil
    else { return false }
    let (old, new) = (before.value(of: change.place), after.value(of: change.place))
    return holds(change.value, old: old, new: new)
      && after.hasSameValues(as: before, but: change.place)
  }

  /// Says whether a new node means what a change asked for.
  private static func holds(
    _ value: FrontMatterChange.Value, old: YAMLNode?, new: YAMLNode?
  ) -> Bool {
    guard let new else { return value == .nothing }
    switch value {
    case .nothing: return false
    case .text(let text):
      guard let found = new.text, found.utf8.elementsEqual(text.utf8) else { return false }
      let kind = new.resolution.kind
      return kind == .text || kind == .timestamp || kind == old?.resolution.kind
    case .plain(let spelling):
      guard let found = new.text, found.utf8.elementsEqual(spelling.utf8) else { return false }
      return new.resolution == .plain(spelling)
    case .list(let list):
      let words = list.words(from: old?.wordList.map(\.text) ?? [])
      return new.wordList.map(\.text) == words && keepsSpelling(of: old, in: new)
    }
  }

  /// Says whether the words that were in a list and still are have kept their spelling.
  private static func keepsSpelling(of before: YAMLNode?, in after: YAMLNode) -> Bool {
    guard let old = before?.items, let new = after.items else { return true }
    return new.allSatisfy { item in
      let same = old.filter { $0.pythonText == item.pythonText }
      return same.isEmpty || same.contains { $0.hasSameValues(as: item) }
    }
  }
}
