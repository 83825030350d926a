import YAML

/// The one place of a file that a change touches, with the bytes that come there.
struct FrontMatterSplice {
  private var range: Range<Int>
  private var replacement: [UInt8]

  private init(_ range: Range<Int>, _ text: String) {
    self.range = range
    replacement = Array(text.utf8)
  }

  /// Finds the place of a change; `nil` where the value is there already.
  init?(
    of change: FrontMatterChange, in document: FrontMatterDocument, bytes: [UInt8]
  ) throws(FrontMatterEditError) {
    let text = FrontMatterText(document: document, bytes: bytes)
    guard let root = document.root else {
      let start = document.frontMatter.yaml.lowerBound
      self.init(start..<start, text.newLines(for: change, indentation: "", after: start))
      return
    }
    guard let map = change.map else {
      if let pair = root.pair(change.key) {
        try self.init(replacing: pair, in: root, by: change, text)
      } else {
        self.init(addingTo: root, change, text)
      }
      return
    }
    guard let holder = root.pair(map) else {
      self.init(addingTo: root, change, text)
      return
    }
    if let pair = holder.value.pair(change.key) {
      try self.init(replacing: pair, in: holder.value, by: change, text)
    } else if let pairs = holder.value.pairs {
      if let last = pairs.last, holder.value.collectionStyle == .block {
        self.init(below: last, change.key, change.value, text)
      } else {
        self.init(addingToBraces: holder.value, change.key, change.value, text)
      }
    } else {
      try self.init(makingMapOf: holder, in: root, change, text)
    }
  }

  /// Returns the file with the replacement made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<range.lowerBound]) + replacement + Array(bytes[range.upperBound...])
  }

  /// Replaces a value by another in the same style, where that style can hold it.
  private init?(
    replacing pair: YAMLPair, in holder: YAMLNode, by change: FrontMatterChange,
    _ text: FrontMatterText
  ) throws(FrontMatterEditError) {
    let old = pair.value
    guard case .scalar(let value, let style) = old.content, old.tag == nil, !old.isAnchored else {
      throw .notEditable(key: change.name, line: old.range.start.line)
    }
    if value.utf8.elementsEqual(change.value.utf8) { return nil }
    let inFlow = holder.collectionStyle == .flow
    let end = text.end(of: old)
    switch style {
    case .singleQuoted:
      self.init(old.range.start.offset..<end, ScalarWriter.quoted(change.value, .single))
    case .doubleQuoted:
      self.init(old.range.start.offset..<end, ScalarWriter.quoted(change.value, .double))
    case .literal, .folded:
      self.init(old.range.start.offset..<end, text.scalar(change.value, inFlow: inFlow))
    case .plain where value.isEmpty:
      let start = old.range.start.offset
      self.init(
        start..<start,
        text.gap(before: start, inFlow: inFlow) + text.scalar(change.value, inFlow: inFlow))
    case .plain:
      let isSameKind = YAMLResolution.plain(change.value).kind == old.resolution.kind
      let isPlain = isSameKind && ScalarWriter.canStandPlain(change.value, inFlow: inFlow)
      self.init(
        old.range.start.offset..<end,
        isPlain ? change.value : text.scalar(change.value, inFlow: inFlow))
    }
  }

  /// Adds a key of the front matter beside its neighbour in the format's order.
  private init(addingTo root: YAMLNode, _ change: FrontMatterChange, _ text: FrontMatterText) {
    let pairs = root.pairs ?? []
    guard root.collectionStyle == .block, let last = pairs.last else {
      let value = text.scalar(change.value, inFlow: true)
      self.init(
        addingToBraces: root, change.map ?? change.key, change.value, text,
        written: change.map == nil ? nil : "{\(change.key): \(value)}")
      return
    }
    let place = Vocabulary.keys.firstIndex(of: change.map ?? change.key)
    let earlier = Vocabulary.keys[..<(place ?? 0)]
    let later = place.map { Vocabulary.keys[$0...] } ?? []
    func first(of keys: some Sequence<String>) -> YAMLPair? {
      for key in keys { if let pair = root.pair(key) { return pair } }
      return nil
    }
    if let before = first(of: earlier.reversed()) {
      let start = text.lineEnd(after: text.end(of: before.value))
      self.init(
        start..<start,
        text.newLines(for: change, indentation: text.indentation(of: before), after: start))
    } else if place != nil, let after = first(of: later) {
      let start = text.lineStart(of: after.key.range.start.offset)
      self.init(
        start..<start,
        text.newLines(for: change, indentation: text.indentation(of: after), after: start))
    } else {
      let start = text.lineEnd(after: text.end(of: last.value))
      self.init(
        start..<start,
        text.newLines(for: change, indentation: text.indentation(of: last), after: start))
    }
  }

  /// Adds a line below the last pair of a block map.
  private init(below last: YAMLPair, _ key: String, _ value: String, _ text: FrontMatterText) {
    let start = text.lineEnd(after: text.end(of: last.value))
    self.init(
      start..<start,
      text.indentation(of: last) + "\(key): " + text.scalar(value, inFlow: false)
        + text.lineBreak(before: start))
  }

  /// Adds a pair at the end of a map in braces; `written` is its value where that is no scalar.
  private init(
    addingToBraces map: YAMLNode, _ key: String, _ value: String, _ text: FrontMatterText,
    written: String? = nil
  ) {
    let entry = "\(key): " + (written ?? text.scalar(value, inFlow: true))
    if let last = map.pairs?.last {
      let start = text.end(of: last.value)
      self.init(start..<start, ", " + entry)
    } else {
      let start = map.range.start.offset + 1
      self.init(start..<start, entry)
    }
  }

  /// Makes a map of an empty value such as `links:`, `links: ~` or `links: ""`.
  private init(
    makingMapOf holder: YAMLPair, in root: YAMLNode, _ change: FrontMatterChange,
    _ text: FrontMatterText
  ) throws(FrontMatterEditError) {
    let old = holder.value
    guard old.isEmptyValue, old.tag == nil, !old.isAnchored else {
      throw .notEditable(key: change.name, line: old.range.start.line)
    }
    let start = old.range.start.offset
    if old.range.bytes.isEmpty, root.collectionStyle == .block {
      let line = text.lineEnd(after: start)
      let indentation = text.indentation(of: holder) + "  "
      self.init(
        line..<line,
        indentation + "\(change.key): " + text.scalar(change.value, inFlow: false)
          + text.lineBreak(before: line))
    } else {
      let gap = old.range.bytes.isEmpty ? text.gap(before: start, inFlow: true) : ""
      self.init(
        start..<text.end(of: old),
        gap + "{\(change.key): " + text.scalar(change.value, inFlow: true) + "}")
    }
  }
}
