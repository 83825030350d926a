import YAML

extension FrontMatterEdit {
  /// Returns the file with another name for a key of the front matter; its value and every other byte stay.
  /// A key that is not there changes nothing.
  package static func renaming(
    _ key: String, to name: String, in bytes: [UInt8]
  ) throws(FrontMatterEditError) -> [UInt8] {
    let before: FrontMatterDocument
    do throws(FrontMatterError) {
      before = try FrontMatterDocument(bytes)
    } catch {
      throw .unreadable(error)
    }
    guard let root = before.root, let pair = root.pair(key) else { return bytes }
    guard root.pair(name) == nil, pair.key.tag == nil, !pair.key.isAnchored else {
      throw .notEditable(key: key, line: pair.key.range.start.line)
    }
    let written =
      switch pair.key.scalarStyle {
      case .singleQuoted: ScalarWriter.quoted(name, .single)
      case .doubleQuoted: ScalarWriter.quoted(name, .double)
      default: name
      }
    let splice = FrontMatterSplice(pair.key.range.bytes, written)
    let edited = FrontMatterSplice.apply([splice], to: bytes)
    guard let after = try? FrontMatterDocument(edited),
      bytes[before.frontMatter.body] == edited[after.frontMatter.body],
      let old = root.pairs, let new = after.root?.pairs, old.count == new.count,
      zip(old, new).allSatisfy({ left, right in
        right.key.text == (left.key.text == key ? name : left.key.text)
          && left.value.hasSameValues(as: right.value)
      })
    else { throw .notVerified(key: key) }
    return edited
  }
}
