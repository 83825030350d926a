package import Markdown

/// The text below a document's front matter, as body rules see it.
package struct DocumentBody: Sendable {
  package let document: ParsedDocument
  /// The bytes of the body. Their indices are those of the file, so that fixes are edits of the file.
  package let bytes: ArraySlice<UInt8>
  /// The 1-based line of the file where the body begins.
  package let firstLine: Int
  /// The lines of the body, by their numbers in the file.
  let lines: SourceLines
  /// The headings of each living section, in the order of the text.
  package let sections: [LivingSection: [MarkdownOutline.Heading]]
  /// The checkboxes of Progress.
  let progressTasks: [MarkdownOutline.Task]
  /// The checkboxes outside of Progress.
  let otherTasks: [MarkdownOutline.Task]

  package init(_ document: ParsedDocument) {
    self.document = document
    let place = PlanBody.place(in: document.bytes)
    bytes = document.bytes[place.range]
    firstLine = place.line
    lines = SourceLines(of: bytes, firstNumber: firstLine)
    var sections: [LivingSection: [MarkdownOutline.Heading]] = [:]
    for heading in document.outline.headings {
      if let section = LivingSection(heading) { sections[section, default: []].append(heading) }
    }
    self.sections = sections
    (progressTasks, otherTasks) = document.outline.tasksByProgress()
  }

  /// The headings and checkboxes; their lines are those of the file.
  package var outline: MarkdownOutline { document.outline }

  /// The line of the first heading, else of the first text.
  var titleLine: Int {
    if let heading = outline.headings.first { return heading.line }
    return (firstLine..<lines.endNumber).first { !lines.isBlank($0) } ?? firstLine
  }

  /// Whether rules about plans have something to say. A document that owes the format nothing is taken for a
  /// plan where it has two of the living sections: folders of plans hold other texts too.
  var isOfInterest: Bool { document.format != .free || sections.count > 1 }
}
