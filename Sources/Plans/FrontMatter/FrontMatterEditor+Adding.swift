import YAML

// Keys that a front matter lacks.
extension FrontMatterEditor {
  /// Adds a key of the front matter, or a map with one key, beside its neighbour in the format's order.
  func adding(_ change: FrontMatterChange, to root: YAMLNode) -> FrontMatterSplice {
    guard root.collectionStyle == .block, let last = root.pairs?.last else {
      let value = text.value(change.value, inFlow: true)
      return addingToBraces(
        root, change.map ?? change.key, change.map == nil ? value : "{\(change.key): \(value)}")
    }
    let place = Vocabulary.keys.firstIndex(of: change.map ?? change.key)
    let earlier = Vocabulary.keys[..<(place ?? 0)]
    let later = place.map { Vocabulary.keys[$0...] } ?? []
    func first(of keys: some Sequence<String>) -> YAMLPair? {
      for key in keys { if let pair = root.pair(key) { return pair } }
      return nil
    }
    if let before = first(of: earlier.reversed()) { return addingLines(change, below: before) }
    if place != nil, let after = first(of: later) {
      let start = text.lineStart(of: after.key.range.start.offset)
      return FrontMatterSplice(
        at: start, newLines(for: change, indentation: text.indentation(of: after), at: start))
    }
    return addingLines(change, below: last)
  }

  /// Adds a key to a map that lacks it. An empty value such as `links:`, `links: ~` or `links: ""` becomes
  /// a map.
  func adding(
    _ change: FrontMatterChange, toMap holder: YAMLPair, in root: YAMLNode
  ) throws(FrontMatterEditError) -> FrontMatterSplice {
    let old = holder.value
    var change = change
    change.place.map = nil
    if let pairs = old.pairs {
      if let last = pairs.last, old.collectionStyle == .block {
        return addingLines(change, below: last)
      }
      return addingToBraces(old, change.key, text.value(change.value, inFlow: true))
    }
    guard old.isEmptyValue, old.tag == nil, !old.isAnchored else {
      throw .notEditable(key: change.name, line: old.range.start.line)
    }
    let start = old.range.start.offset
    if old.range.bytes.isEmpty, root.collectionStyle == .block {
      let line = text.lineEnd(after: start)
      return FrontMatterSplice(
        at: line,
        newLines(for: change, indentation: text.indentation(of: holder) + "  ", at: line))
    }
    let value = text.value(change.value, inFlow: true)
    return replacing(old, by: "{\(change.key): \(value)}", inFlow: true)
  }

  /// Returns the lines that add a key, or a map with one key; `place` is where they will start.
  func newLines(for change: FrontMatterChange, indentation: String, at place: Int) -> String {
    let lineBreak = text.lineBreak(before: place)
    var lines = ""
    var indentation = indentation
    if let map = change.map {
      lines = indentation + "\(map):" + lineBreak
      indentation += "  "
    }
    lines += indentation + "\(change.key):"
    guard case .list(let list) = change.value, let dash = text.dashIndentation,
      case let words = list.words(from: []), !words.isEmpty
    else { return lines + " " + text.value(change.value, inFlow: false) + lineBreak }
    for word in words {
      lines += lineBreak + indentation + dash + "- " + text.scalar(word, inFlow: false)
    }
    return lines + lineBreak
  }

  private func addingLines(
    _ change: FrontMatterChange, below pair: YAMLPair
  ) -> FrontMatterSplice {
    let start = text.lineEnd(after: text.end(of: pair.value))
    return FrontMatterSplice(
      at: start, newLines(for: change, indentation: text.indentation(of: pair), at: start))
  }

  /// Adds a pair at the end of a map in braces.
  private func addingToBraces(
    _ map: YAMLNode, _ key: String, _ value: String
  ) -> FrontMatterSplice {
    if let last = map.pairs?.last {
      return FrontMatterSplice(at: text.end(of: last.value), ", \(key): \(value)")
    }
    return FrontMatterSplice(at: map.range.start.offset + 1, "\(key): \(value)")
  }
}
