import GitModel
import Testing

@Suite struct SquashTitlesTests {
  /// The hash of a title, as a commit with that title has it.
  static func hash(_ title: String) -> UInt64 { identity(title).subject }

  static func identity(
    _ message: String, author: String = "A <a@example.com> 1767225600 +0100"
  ) -> CommitIdentity {
    let text = "tree \(CommitNameTests.whole)\nauthor \(author)\ncommitter \(author)\n\n\(message)"
    return Array(text.utf8).withUnsafeBytes { bytes in
      guard let commit = RawCommit(bytes) else { return CommitIdentity(author: 0, subject: 0) }
      return CommitIdentity(
        commit, message: UnsafeRawBufferPointer(rebasing: bytes[commit.messageRange]))
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let message: String
    var numbered: String?
    var listed: [String] = []
    var testDescription: String { message.replacing("\n", with: "|") }
  }

  static let rows = [
    Row(message: ""),
    Row(message: "Title"),
    Row(message: "Title (#12)", numbered: "Title"),
    Row(message: "Title (!12)\n\nBody", numbered: "Title"),
    Row(message: "Title (pull request #12)", numbered: "Title"),
    Row(message: "Backport \"Title (#1)\" (#2)", numbered: "Backport \"Title (#1)\""),
    Row(message: "Title (#12) and more"),
    Row(message: "Title (12)"),
    Row(message: "Title (#)"),
    // Two lines are no title that a forge gave.
    Row(message: "Title\nof two lines (#12)"),
    Row(
      message: "Title (#3)\n\n* first\n\n  words\n* second one \n- third\n+ no\n*no\n* ",
      numbered: "Title", listed: ["first", "second one", "third"]),
    // A list in the title's paragraph is the title.
    Row(message: "* one\n* two"),
    Row(message: "T\n\n* one\r\n* two\r\n", listed: ["one", "two"]),
  ]

  @Test("What a squash commit's message holds of titles", arguments: rows)
  func titles(_ row: Row) {
    let titles = SquashTitles(in: Array(row.message.utf8))
    #expect(titles.numberedTitle == row.numbered.map(Self.hash))
    #expect(titles.listed == Set(row.listed.map(Self.hash)))
  }

  @Test("Commits that were made anew keep their identity")
  func identities() {
    let one = Self.identity("Title\n\nBody")
    #expect(one == Self.identity("Title\n\nAnother body"))
    #expect(
      one == Self.identity("Title", author: "Another Name <a@example.com> 1767225600 -0500"))
    #expect(
      one.author != Self.identity("Title", author: "A <a@example.com> 1767225601 +0100").author)
    #expect(
      one.author != Self.identity("Title", author: "A <b@example.com> 1767225600 +0100").author)
    #expect(one.subject != Self.identity("Title 2").subject)
    // Every line of the first paragraph counts.
    #expect(Self.identity("Title\nmore\n\nx").subject != one.subject)
  }
}
