import GitModel
package import Markdown

/// The Markdown below the front matter of a document.
package enum PlanBody {
  /// Returns the outline of a document's body, with lines counted from the start of the file. A document
  /// without front matter is all body.
  package static func outline(of bytes: [UInt8]) -> MarkdownOutline {
    let place = place(in: bytes)
    return MarkdownOutline(of: bytes[place.range], firstLine: place.line)
  }

  /// Returns the bytes of a document's body and the 1-based line where it begins.
  static func place(in bytes: [UInt8]) -> (range: Range<Int>, line: Int) {
    if case .found(let found) = FrontMatter.search(bytes), found.isFirst {
      return (found.body, found.bodyLine)
    }
    return (FrontMatter.byteOrderMarkLength(bytes)..<bytes.count, 1)
  }

  /// Says whether a heading names the section that tracks progress: `Progress`, `Progress Notes` or
  /// `Progress Log`, in any case.
  package static func isProgress(_ heading: MarkdownOutline.Heading) -> Bool {
    ["progress", "progress notes", "progress log"].contains(heading.text.trimmed.lowercased())
  }
}

extension ProgressCount {
  /// Counts the checkboxes that lie under a Progress heading.
  package init(_ outline: MarkdownOutline) {
    let tasks = outline.tasks.filter { $0.headings.contains(where: PlanBody.isProgress) }
    let ticked = tasks.count { $0.isTicked }
    self.init(ticked: ticked, unticked: tasks.count - ticked)
  }
}

extension RepositoryPath {
  /// The last component without `.md`.
  var title: String { name.hasSuffix(".md") ? String(name.dropLast(3)) : name }
}
