import YAML

/// Finds the places of a file that a change touches.
struct FrontMatterEditor {
  let document: FrontMatterDocument
  let bytes: [UInt8]
  let text: FrontMatterText

  init(document: FrontMatterDocument, bytes: [UInt8]) {
    self.document = document
    self.bytes = bytes
    text = FrontMatterText(document: document, bytes: bytes)
  }

  /// Returns the places of a change; none where the value is there already.
  func splices(
    for change: FrontMatterChange
  ) throws(FrontMatterEditError) -> [FrontMatterSplice] {
    if document.value(of: change.place) == nil, change.value.isEmpty { return [] }
    guard let root = document.root else {
      let start = document.frontMatter.yaml.lowerBound
      return [FrontMatterSplice(at: start, newLines(for: change, indentation: "", at: start))]
    }
    guard let map = change.map else {
      guard let pair = root.pair(change.key) else { return [adding(change, to: root)] }
      return try replacing(pair, in: root, by: change)
    }
    guard let holder = root.pair(map) else { return [adding(change, to: root)] }
    if let pair = holder.value.pair(change.key) {
      return try replacing(pair, in: holder.value, by: change)
    }
    return [try adding(change, toMap: holder, in: root)]
  }

  private func replacing(
    _ pair: YAMLPair, in holder: YAMLNode, by change: FrontMatterChange
  ) throws(FrontMatterEditError) -> [FrontMatterSplice] {
    let inFlow = holder.collectionStyle == .flow
    let old = pair.value
    func checked(_ old: YAMLNode) throws(FrontMatterEditError) -> String {
      guard let text = old.text, old.tag == nil, !old.isAnchored else {
        throw .notEditable(key: change.name, line: old.range.start.line)
      }
      return text
    }
    switch change.value {
    case .nothing:
      guard !inFlow, text.isFirstOnLine(pair.key) else {
        throw .notEditable(key: change.name, line: pair.key.range.start.line)
      }
      let start = text.lineStart(of: pair.key.range.start.offset)
      return [FrontMatterSplice(start..<text.lineEnd(after: text.end(of: old)), "")]
    case .list(let list):
      return try ListEditor(self, pair, inFlow: inFlow, name: change.name).splices(for: list)
    case .plain(let spelling):
      if try checked(old) == spelling, old.resolution == .plain(spelling) { return [] }
      return [replacing(old, by: spelling, inFlow: inFlow)]
    case .text(let new):
      if try checked(old).utf8.elementsEqual(new.utf8) { return [] }
      return [replacing(old, by: scalar(new, inPlaceOf: old, inFlow: inFlow), inFlow: inFlow)]
    }
  }

  /// Puts a text in the place of a scalar, with what an empty one needs before it.
  func replacing(_ old: YAMLNode, by new: String, inFlow: Bool) -> FrontMatterSplice {
    let start = old.range.start.offset
    if old.range.bytes.isEmpty {
      return FrontMatterSplice(at: start, text.gap(before: start, inFlow: inFlow) + new)
    }
    return FrontMatterSplice(start..<text.end(of: old), new)
  }

  /// Writes a text in the style of the scalar that it replaces, where that style can hold it.
  func scalar(_ new: String, inPlaceOf old: YAMLNode, inFlow: Bool) -> String {
    switch old.scalarStyle {
    case .singleQuoted: return ScalarWriter.quoted(new, .single)
    case .doubleQuoted: return ScalarWriter.quoted(new, .double)
    case .plain where !old.range.bytes.isEmpty:
      let isSameKind = YAMLResolution.plain(new).kind == old.resolution.kind
      let isPlain = isSameKind && ScalarWriter.canStandPlain(new, inFlow: inFlow)
      return isPlain ? new : text.scalar(new, inFlow: inFlow)
    case .plain, .literal, .folded, nil: return text.scalar(new, inFlow: inFlow)
    }
  }

  /// Writes a text in the quotes of a neighbour, where it has any.
  func scalar(_ new: String, like neighbour: YAMLNode, inFlow: Bool) -> String {
    switch neighbour.scalarStyle {
    case .singleQuoted: ScalarWriter.quoted(new, .single)
    case .doubleQuoted: ScalarWriter.quoted(new, .double)
    case .plain, .literal, .folded, nil: text.scalar(new, inFlow: inFlow)
    }
  }
}
