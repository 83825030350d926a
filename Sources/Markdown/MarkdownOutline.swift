/// What the tool needs to know of a Markdown text: its headings and its checkboxes.
package struct MarkdownOutline: Hashable, Sendable {
  /// A heading of the text itself, not one inside a quotation or a list.
  package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package var level: Int
    /// The text without markup.
    package var text: String
    /// The 1-based line.
    package var line: Int
  }

  /// A list item that begins with a checkbox.
  package struct Task: Hashable, Sendable {
    package var isTicked: Bool
    /// The 1-based line.
    package var line: Int
    /// The headings it lies under, outermost first.
    package var headings: [Heading]

    /// The level-2 heading it lies under, `nil` outside every section.
    package var section: Heading? { headings.last { $0.level == 2 } }
  }

  /// A code block between fences.
  package struct Fence: Hashable, Sendable {
    /// The first word behind the opening fence, such as `swift`; empty where there is none.
    package var language: String
    /// The 1-based line of the opening fence.
    package var line: Int
  }

  /// In the order of the text.
  package var headings: [Heading] = []
  /// In the order of the text.
  package var tasks: [Task] = []
  /// In the order of the text, without the fence that holds the whole text.
  package var fences: [Fence] = []
  /// The 1-based lines where tables start.
  package var tableLines: [Int] = []
  /// The 1-based line of the fence that holds the whole text, where one does.
  package var envelopeLine: Int?

  package init() {}
}
