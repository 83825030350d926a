import GitModel
import Testing

/// The expectations were printed by git 2.39.5: `git log --format=%(trailers:only,unfold)`.
@Suite struct TrailerParserTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let message: String
    let trailers: [String]

    init(_ name: String, _ message: String, _ trailers: [String]) {
      self.name = name
      self.message = message
      self.trailers = trailers
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      "a plain block",
      "Title\n\nBody.\n\nExecPlan: EP-20260117-014\nMilestone: EP-20260117-014/MS001\n",
      ["ExecPlan: EP-20260117-014", "Milestone: EP-20260117-014/MS001"]),
    Case(
      "no trailers",
      "Title\n\nBody only.\n",
      []),
    Case(
      "a subject that looks like a trailer",
      "fix: the title\n",
      []),
    Case(
      "a title paragraph of two lines that look like trailers",
      "Key: a\nOther: b\n",
      []),
    Case(
      "a title and a block, without a body",
      "Title\n\nKey: value\n",
      ["Key: value"]),
    Case(
      "an empty message",
      "",
      []),
    Case(
      "blank lines before the title",
      "\n \n\nTitle\n\nKey: value\n",
      ["Key: value"]),
    Case(
      "blank lines before trailers alone make these the title",
      "\n\nKey: value\n",
      []),
    Case(
      "no final line feed",
      "Title\n\nKey: value",
      ["Key: value"]),
    Case(
      "blank lines at the end",
      "Title\n\nKey: value\n\n\n",
      ["Key: value"]),
    Case(
      "a line of white space at the end",
      "Title\n\nKey: value\n \t\n\n",
      ["Key: value"]),
    Case(
      "a folded value",
      "Title\n\nKey: one\n two\n\tthree\nOther: x\n",
      ["Key: one two three", "Other: x"]),
    Case(
      "a folded value that starts on the next line",
      "Title\n\nKey:\n  one\n",
      ["Key: one"]),
    Case(
      "white space around the value",
      "Title\n\nKey:   one  two \t\n",
      ["Key: one  two"]),
    Case(
      "an empty value",
      "Title\n\nKey:\nOther: \n",
      ["Key: ", "Other: "]),
    Case(
      "a blank before the separator",
      "Title\n\nKey : a\nOther\t: b\n",
      ["Key: a", "Other: b"]),
    Case(
      "no blank after the separator",
      "Title\n\nKey:value\nOther:: c\n",
      ["Key: value", "Other: : c"]),
    Case(
      "words with a blank are no key",
      "Title\n\nTwo words: a\n",
      []),
    Case(
      "a key of digits and hyphens",
      "Title\n\n-1-a: b\n2: c\n",
      ["-1-a: b", "2: c"]),
    Case(
      "a key beyond ASCII",
      "Title\n\nKéy: a\nKey: b\n",
      []),
    Case(
      "a separator without a key",
      "Title\n\n: a\nKey: b\n",
      []),
    Case(
      "a URL reads as a trailer",
      "Title\n\nSee:\nhttps://example.com/a\n",
      ["See: ", "https: //example.com/a"]),
    Case(
      "an indented block is none",
      "Title\n\n  Key: a\n  Other: b\n",
      []),
    Case(
      "a continuation under the blank line spoils a block",
      "Title\n\n  indented\nKey: a\n",
      []),
    Case(
      "one other line spoils a block",
      "Title\n\nKey: a\nan other line\nOther: b\n",
      []),
    Case(
      "a quarter of trailers with a sign-off",
      "Title\n\nprose\nprose\nprose\nSigned-off-by: A <a@x>\n",
      ["Signed-off-by: A <a@x>"]),
    Case(
      "less than a quarter of trailers with a sign-off",
      "Title\n\nprose\nprose\nprose\nprose\nSigned-off-by: A <a@x>\n",
      []),
    Case(
      "a quarter of trailers without git's own",
      "Title\n\nprose\nprose\nKey: a\nKey: b\n",
      []),
    Case(
      "a sign-off in lower case is not git's own",
      "Title\n\nprose\nsigned-off-by: A <a@x>\nKey: a\n",
      []),
    Case(
      "a cherry-pick line is git's own and no trailer",
      "Title\n\nprose\n(cherry picked from commit 1234)\nKey: a\n",
      ["Key: a"]),
    Case(
      "a cherry-pick line alone",
      "Title\n\n(cherry picked from commit 1234)\n",
      []),
    Case(
      "a continued other line counts twice",
      "Title\n\nprose\n more\nprose\n more\nSigned-off-by: A <a@x>\n",
      []),
    Case(
      "a comment in the block",
      "Title\n\nKey: a\n# comment\nOther: b\n",
      ["Key: a", "Other: b"]),
    Case(
      "a comment ends a value",
      "Title\n\nKey: a\n# comment\n more\nOther: b\n",
      []),
    Case(
      "a comment that looks like a trailer",
      "Title\n\nKey: a\n#Other: b\n",
      ["Key: a"]),
    Case(
      "comments and blank lines behind the block",
      "Title\n\nKey: a\n\n# comment\n\n# another\n",
      ["Key: a"]),
    Case(
      "comments before the title",
      "# comment\nTitle\n\nKey: a\n",
      ["Key: a"]),
    Case(
      "a list of conflicts behind the block",
      "Title\n\nKey: a\n\nConflicts:\n\tone.c\n\ttwo.c\n",
      ["Key: a"]),
    Case(
      "a commented list of conflicts",
      "Title\n\nKey: a\n\n# Conflicts:\n#\tone.c\n",
      ["Key: a"]),
    Case(
      "text behind the list of conflicts",
      "Title\n\nKey: a\n\nConflicts:\n\tone.c\nText\n",
      []),
    Case(
      "a trailer under the list of conflicts",
      "Title\n\nConflicts:\n\tone.c\n\nKey: a\n",
      ["Key: a"]),
    Case(
      "scissors with a diff",
      "Title\n\nKey: a\n# ------------------------ >8 ------------------------\n# Do not touch.\ndiff --git a/x b/x\n-Key: b\n",
      ["Key: a"]),
    Case(
      "scissors with trailing text are none",
      "Title\n\nKey: a\n# ------------------------ >8 ------------------------ x\n\nOther: b\n",
      ["Other: b"]),
    Case(
      "scissors without a final line feed are none",
      "Title\n\nKey: a\n\n# ------------------------ >8 ------------------------",
      ["Key: a"]),
    Case(
      "a line of three hyphens",
      "Title\n\nBody.\n---\nmore\n\nKey: a\n",
      ["Key: a"]),
    Case(
      "a block behind a line of three hyphens",
      "Title\n\n---\n\nKey: a\n",
      ["Key: a"]),
    Case(
      "three hyphens inside the block",
      "Title\n\nKey: a\n---\nOther: b\n",
      []),
    Case(
      "a table with rules",
      "Title\n\n---|---\na|b\n\n---------\n\nCo-authored-by: B <b@x>\n",
      ["Co-authored-by: B <b@x>"]),
    Case(
      "carriage returns",
      "Title\r\n\r\nBody.\r\n\r\nKey: a\r\nOther: b\r\n",
      ["Key: a", "Other: b"]),
    Case(
      "carriage returns in a folded value",
      "Title\r\n\r\nKey: a\r\n b\r\n",
      ["Key: a\r b"]),
    Case(
      "a carriage return alone makes a blank line",
      "Title\n\r\nKey: a\n",
      ["Key: a"]),
    Case(
      "a vertical tab is no white space",
      "Title\n\u{B}\nKey: a\n",
      []),
    Case(
      "one paragraph for each trailer",
      "Title\n\nExecPlan: a\n\nMilestone: b\n",
      ["Milestone: b"]),
    Case(
      "two blank lines before the block",
      "Title\n\n\nKey: a\n",
      ["Key: a"]),
    Case(
      "the same key twice, in two spellings",
      "Title\n\nexecplan: a\nEXECPLAN: b\n",
      ["execplan: a", "EXECPLAN: b"]),
    Case(
      "a value with separators",
      "Title\n\nKey: a: b: c\n",
      ["Key: a: b: c"]),
    Case(
      "bullets are no trailers",
      "Title\n\n* Key: a\n* Other: b\n",
      []),
    Case(
      "a line feed in a key is none",
      "Title\n\nKey\n: a\n",
      []),
  ]

  @Test("The trailers are those that git log prints", arguments: cases)
  func trailersOfHistory(_ example: Case) {
    let trailers = TrailerParser.trailers(of: Array(example.message.utf8))
    #expect(trailers.map(\.description) == example.trailers)
  }

  @Test("A NUL ends the message, as in a C string")
  func nulEndsTheMessage() {
    let message = Array("Title\n\nKey: a\n".utf8) + [0] + Array("\n\nOther: b\n".utf8)
    #expect(TrailerParser.trailers(of: message) == [Trailer(key: "Key", value: "a")])
  }

  @Test("Bytes that are no UTF-8 are repaired in values and harmless elsewhere")
  func bytesBeyondUnicode() {
    let message = Array("Title ".utf8) + [0xFF] + Array("\n\nKey: a".utf8) + [0xE9, 0x0A]
    #expect(TrailerParser.trailers(of: message) == [Trailer(key: "Key", value: "a\u{FFFD}")])
  }

  @Test("A slice of a larger buffer gives ranges from its own start")
  func rangesOfSlices() throws {
    let object = Array("header\n\nTitle\n\nKey: a\n\n# comment\n".utf8)
    let block = try #require(TrailerParser.block(in: object[8...]))
    #expect(block.range == 7..<14)
  }

  @Test("A collection that is not contiguous is read too")
  func scatteredBytes() {
    let message = Array("Title\n\nKey: a\n".utf8)
    let scattered = [message.prefix(3), message.dropFirst(3)].joined()
    #expect(TrailerParser.trailers(of: scattered) == [Trailer(key: "Key", value: "a")])
  }
}
