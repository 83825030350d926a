import YAML

/// Finds the places of a file that change so that a list holds other words. Words that stay keep their bytes
/// and, where they have lines of their own, the comments there.
struct ListEditor {
  let editor: FrontMatterEditor
  /// The key with its list.
  let pair: YAMLPair
  /// Whether the key stands in braces.
  let inFlow: Bool
  /// The key's name in messages.
  let name: String

  init(_ editor: FrontMatterEditor, _ pair: YAMLPair, inFlow: Bool, name: String) {
    self.editor = editor
    self.pair = pair
    self.inFlow = inFlow
    self.name = name
  }

  private var list: YAMLNode { pair.value }
  private var text: FrontMatterText { editor.text }

  /// Returns the places of a change; none where the list holds the words already.
  func splices(for change: ListChange) throws(FrontMatterEditError) -> [FrontMatterSplice] {
    let old = list.wordList
    let words = change.words(from: old.map(\.text))
    if words == old.map(\.text) { return [] }
    guard list.tag == nil, !list.isAnchored, list.pairs == nil, list.scalarStyle != .literal,
      list.scalarStyle != .folded
    else { throw notEditable }
    guard let items = list.items else { return replacingScalar(old, by: words) }
    guard items.allSatisfy({ $0.text != nil }) else { throw notEditable }
    if old.isEmpty {
      // Dashes with nothing behind them hold no words.
      guard list.collectionStyle == .flow else { throw notEditable }
      return filling(with: words)
    }
    if words.isEmpty { return try emptying(old.map(\.node)) }
    let steps = ListSteps(from: old.map(\.text), to: words)
    let nodes = old.map(\.node)
    return list.collectionStyle == .block
      ? DashedList(editor, nodes).splices(for: steps)
      : BracketedList(editor, list, nodes).splices(for: steps)
  }

  private var notEditable: FrontMatterEditError {
    .notEditable(key: name, line: list.range.start.line)
  }

  /// agentrules takes one scalar for a list of one, and `"[a, b]"` in quotes for a list.
  private func replacingScalar(_ old: [ListedWord], by words: [String]) -> [FrontMatterSplice] {
    if list.isEmptyValue { return filling(with: words) }
    let isWord = old.count == 1 && old[0].text == list.pythonText.trimmed
    let new =
      isWord && words.count == 1
      ? editor.scalar(words[0], inPlaceOf: list, inFlow: inFlow) : bracketed(words)
    return [editor.replacing(list, by: new, inFlow: inFlow)]
  }

  /// Puts words where there are none: with dashes where the file's other lists have them.
  private func filling(with words: [String]) -> [FrontMatterSplice] {
    guard let dash = text.dashIndentation, !inFlow else {
      return [editor.replacing(list, by: bracketed(words), inFlow: inFlow)]
    }
    let end = text.end(of: list)
    let line = text.lineEnd(after: end)
    let lineBreak = text.lineBreak(before: line)
    let indentation = text.indentation(of: pair) + dash + "- "
    let lines = words.map { indentation + text.scalar($0, inFlow: false) + lineBreak }
    return [
      FrontMatterSplice(text.colonEnd(of: pair)..<end, ""),
      FrontMatterSplice(at: line, lines.joined()),
    ]
  }

  private func emptying(
    _ nodes: [YAMLNode]
  ) throws(FrontMatterEditError) -> [FrontMatterSplice] {
    if list.collectionStyle == .block {
      return [FrontMatterSplice(at: text.colonEnd(of: pair), " []")]
        + nodes.map { FrontMatterSplice(text.lines(of: $0), "") }
    }
    var place = list.range.start.offset
    for node in nodes {
      // A comment between the brackets is not to be lost.
      let gap = editor.bytes[place..<node.range.start.offset]
      guard !gap.contains(UInt8(ascii: "#")) else { throw notEditable }
      place = text.end(of: node)
    }
    guard !editor.bytes[place..<list.range.bytes.upperBound].contains(UInt8(ascii: "#"))
    else { throw notEditable }
    return [FrontMatterSplice(list.range.bytes, "[]")]
  }

  private func bracketed(_ words: [String]) -> String {
    text.value(.list(.words(words)), inFlow: inFlow)
  }
}
