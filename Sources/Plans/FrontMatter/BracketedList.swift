import YAML

/// A list in brackets, on one line or with a line for each item.
struct BracketedList {
  private let editor: FrontMatterEditor
  private let items: [YAMLNode]
  /// Whether each item is the first on its line, and the closing bracket has a line of its own.
  private let hasLines: Bool
  /// What stands between two items on one line.
  private let separator: String

  init(_ editor: FrontMatterEditor, _ list: YAMLNode, _ items: [YAMLNode]) {
    self.editor = editor
    self.items = items
    let text = editor.text
    let close = text.lineStart(of: list.range.bytes.upperBound)
    hasLines = items.allSatisfy { item in
      text.isFirstOnLine(item) && text.end(of: item) < close
    }
    let isTight =
      items.count > 1
      && text.string(text.end(of: items[0])..<items[1].range.start.offset) == ","
    separator = isTight ? "," : ", "
  }

  /// Returns the places that change; at least one item stays or makes room for another.
  func splices(for steps: ListSteps) -> [FrontMatterSplice] {
    var splices: [FrontMatterSplice] = []
    /// The item that new ones come behind.
    var last: YAMLNode?
    var removed: [Int] = []
    var new: [String] = []
    func insertNew() {
      if !new.isEmpty { splices += inserting(new, behind: last) }
      new = []
    }
    for step in steps.steps {
      if case .insert(let word) = step {
        new.append(word)
        continue
      }
      insertNew()
      switch step {
      case .remove(let place): removed.append(place)
      case .keep(let place): last = items[place]
      case .replace(let place, let word):
        last = items[place]
        splices.append(
          editor.replacing(
            items[place], by: editor.scalar(word, inPlaceOf: items[place], inFlow: true),
            inFlow: true))
      case .insert: break
      }
    }
    insertNew()
    return splices + removing(removed)
  }

  private func inserting(_ words: [String], behind last: YAMLNode?) -> [FrontMatterSplice] {
    let text = editor.text
    let neighbour = last ?? items[0]
    let new = words.map { editor.scalar($0, like: neighbour, inFlow: true) }
    let end = text.end(of: neighbour)
    guard hasLines else {
      let joined = new.joined(separator: separator)
      return last == nil
        ? [FrontMatterSplice(at: neighbour.range.start.offset, joined + separator)]
        : [FrontMatterSplice(at: end, separator + joined)]
    }
    let lines = text.lines(of: neighbour)
    let indentation = text.string(lines.lowerBound..<neighbour.range.start.offset)
    let lineBreak = text.lineBreak(before: lines.upperBound)
    let joined = new.map { indentation + $0 }.joined(separator: "," + lineBreak)
    if last == nil || text.hasComma(behind: end) {
      return [
        FrontMatterSplice(
          at: last == nil ? lines.lowerBound : lines.upperBound, joined + "," + lineBreak)
      ]
    }
    return [
      FrontMatterSplice(at: end, ","), FrontMatterSplice(at: lines.upperBound, joined + lineBreak),
    ]
  }

  /// Takes items away, with the comma behind each or, at the end of the list, before it.
  private func removing(_ places: [Int]) -> [FrontMatterSplice] {
    let text = editor.text
    if hasLines { return places.map { FrontMatterSplice(text.lines(of: items[$0]), "") } }
    let gone = Set(places)
    return places.compactMap { place in
      // Items side by side go together, with the first of them.
      if place > 0, gone.contains(place - 1) { return nil }
      let next = items.indices[place...].first { !gone.contains($0) }
      if let next {
        return FrontMatterSplice(
          items[place].range.start.offset..<items[next].range.start.offset, "")
      }
      return FrontMatterSplice(
        text.end(of: items[place - 1])..<text.end(of: items[items.count - 1]), "")
    }
  }
}
