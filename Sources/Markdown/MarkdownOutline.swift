/// What the tool needs to know of a Markdown text: its headings, its checkboxes and its fences.
///
/// Lines count from 1, or from what the reader says. Columns count from 1, in code points. Indices are those
/// of the bytes that were read, so that they serve for edits.
package struct MarkdownOutline: Hashable, Sendable {
  /// A heading of the text itself, not one inside a quotation or a list.
  package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package var level: Int
    /// The text without markup.
    package var text: String
    /// The first line.
    package var line: Int
    /// The index behind the heading's last line and its line end.
    package var end: Int
    /// Whether the next line holds text.
    package var isFollowedByText: Bool
  }

  /// A list item that begins with a checkbox.
  package struct Task: Hashable, Sendable {
    package var isTicked: Bool
    package var line: Int
    package var column: Int
    /// The index of the mark between the brackets; `nil` where it cannot be told.
    package var mark: Int?
    /// The headings it lies under, outermost first.
    package var headings: [Heading]
  }

  /// A list item that begins with a short text in brackets, and with neither a checkbox nor a link.
  package struct Bracket: Hashable, Sendable {
    /// The text between the brackets.
    package var text: String
    package var line: Int
    package var column: Int
    /// Whether more text follows behind a blank.
    package var isFollowedByText: Bool
  }

  /// A code block between fences.
  package struct Fence: Hashable, Sendable {
    /// The first word behind the opening fence, such as `swift`, in lower case; empty where there is none.
    package var language: String
    /// The line of the opening fence.
    package var line: Int
    package var column: Int
    /// Whether the fence lies in no list and no quotation.
    package var isTopLevel: Bool
    /// By how many columns the fence stands to the right of what holds it: 0 to 3.
    package var indentation: Int
    /// Whether there is a closing fence. Without one the block reaches to the end of what holds it.
    package var isClosed: Bool
    /// The indices of all of its lines.
    package var range: Range<Int>
    /// The indices of the lines between the fences.
    package var content: Range<Int>

    /// Whether the fence says that it holds Markdown.
    package var isMarkdown: Bool { ["md", "markdown"].contains(language) }
  }

  /// In the order of the text.
  package var headings: [Heading] = []
  /// In the order of the text.
  package var tasks: [Task] = []
  /// In the order of the text.
  package var brackets: [Bracket] = []
  /// In the order of the text.
  package var fences: [Fence] = []
  /// Whether the text is one fence and nothing else.
  package var isOneFence = false
  /// The fence around this text, where it was read from inside of one.
  package var envelope: Fence?

  package init() {}
}
