import YAML

/// A list of one line or more for each item, which starts with a dash.
struct DashedList {
  private let editor: FrontMatterEditor
  private let items: [YAMLNode]

  init(_ editor: FrontMatterEditor, _ items: [YAMLNode]) {
    self.editor = editor
    self.items = items
  }

  /// Returns the places that change; at least one item stays or makes room for another.
  func splices(for steps: ListSteps) -> [FrontMatterSplice] {
    let text = editor.text
    var splices: [FrontMatterSplice] = []
    /// The item that new lines come below.
    var last: YAMLNode?
    for step in steps.steps {
      switch step {
      case .keep(let place): last = items[place]
      case .remove(let place): splices.append(FrontMatterSplice(text.lines(of: items[place]), ""))
      case .replace(let place, let word):
        last = items[place]
        splices.append(
          editor.replacing(
            items[place], by: editor.scalar(word, inPlaceOf: items[place], inFlow: false),
            inFlow: false))
      case .insert(let word):
        let neighbour = last ?? items[0]
        let lines = text.lines(of: neighbour)
        let place = last == nil ? lines.lowerBound : lines.upperBound
        let dash = text.string(
          text.lineStart(of: neighbour.range.start.offset)..<neighbour.range.start.offset)
        splices.append(
          FrontMatterSplice(
            at: place,
            dash + editor.scalar(word, like: neighbour, inFlow: false)
              + text.lineBreak(before: lines.upperBound)))
      }
    }
    return splices
  }
}
