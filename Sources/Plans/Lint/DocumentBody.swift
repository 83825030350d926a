package import Markdown

/// The text below a document's front matter, as body rules see it.
package struct DocumentBody: Hashable, Sendable {
  package let document: ParsedDocument
  /// The bytes of the body. Their indices are those of the file, so that fixes are edits of the file.
  package let bytes: ArraySlice<UInt8>
  /// The 1-based line of the file where the body begins.
  package let firstLine: Int

  package init(_ document: ParsedDocument) {
    self.document = document
    let place = PlanBody.place(in: document.bytes)
    bytes = document.bytes[place.range]
    firstLine = place.line
  }

  /// The headings and checkboxes; their lines are those of the file.
  package var outline: MarkdownOutline { document.outline }
}
