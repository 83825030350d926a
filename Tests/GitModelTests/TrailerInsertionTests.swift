import GitModel
import Testing

@Suite struct TrailerInsertionTests {
  private static let plan = Trailer(key: "ExecPlan", value: "EP-1")
  private static let milestone = Trailer(key: "Milestone", value: "EP-1/MS001")
  private static let cut = "# ------------------------ >8 ------------------------\n"

  private func inserted(_ message: String, _ trailers: [Trailer] = [plan]) -> String {
    let bytes = TrailerInsertion(trailers).applied(to: Array(message.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  static let cases: [(String, String)] = [
    // A new paragraph.
    ("Title\n", "Title\n\nExecPlan: EP-1\n"),
    ("Title", "Title\n\nExecPlan: EP-1\n"),
    ("Title\n\nBody.\n", "Title\n\nBody.\n\nExecPlan: EP-1\n"),
    ("fix: title\n", "fix: title\n\nExecPlan: EP-1\n"),
    ("Title\n\nKey: a\n---\nb\n", "Title\n\nKey: a\n---\nb\n\nExecPlan: EP-1\n"),
    ("Title\n\n\n", "Title\n\nExecPlan: EP-1\n\n\n"),
    // An existing block.
    ("Title\n\nKey: a\n", "Title\n\nKey: a\nExecPlan: EP-1\n"),
    ("Title\n\nKey:a", "Title\n\nKey:a\nExecPlan: EP-1\n"),
    ("Title\n\nExecPlan: EP-2\n", "Title\n\nExecPlan: EP-2\nExecPlan: EP-1\n"),
    (
      "Title\n\nwords\nSigned-off-by: A <a@x>\n",
      "Title\n\nwords\nSigned-off-by: A <a@x>\nExecPlan: EP-1\n"
    ),
    // A trailer without its value, as in a template.
    ("Title\n\nExecPlan:\nKey: a\n", "Title\n\nExecPlan: EP-1\nKey: a\n"),
    ("\n\nexecplan: \t\n# Please\n", "\n\nexecplan: EP-1\n# Please\n"),
    ("T\r\n\r\nExecPlan: \r\n", "T\r\n\r\nExecPlan: EP-1\r\n"),
    ("Title\n\nExecPlan:", "Title\n\nExecPlan: EP-1"),
    ("T\n\nExecPlan:\n EP-2\n", "T\n\nExecPlan:\n EP-2\nExecPlan: EP-1\n"),
    // Before comments, scissors and conflicts.
    ("Title\n\n# Please\n#\n", "Title\n\nExecPlan: EP-1\n\n# Please\n#\n"),
    ("Title\n\nKey: a\n\n# Please\n", "Title\n\nKey: a\nExecPlan: EP-1\n\n# Please\n"),
    ("Title\n# Please\n", "Title\n\nExecPlan: EP-1\n# Please\n"),
    ("Title\n\(cut)diff\n", "Title\n\nExecPlan: EP-1\n\(cut)diff\n"),
    ("Title\n\n\(cut)+Key: a\n", "Title\n\nExecPlan: EP-1\n\n\(cut)+Key: a\n"),
    ("Title\n\nConflicts:\n\ta.c\n", "Title\n\nExecPlan: EP-1\n\nConflicts:\n\ta.c\n"),
    // An empty message: the subject's line stays free.
    ("", "\n\nExecPlan: EP-1\n"),
    ("\n# Please\n", "\n\nExecPlan: EP-1\n\n# Please\n"),
    ("# Please\n# enter\n", "\n\nExecPlan: EP-1\n\n# Please\n# enter\n"),
    ("\n\(cut)diff\n", "\n\nExecPlan: EP-1\n\n\(cut)diff\n"),
    // The line ends of the message.
    ("Title\r\n\r\nKey: a\r\n\r\n# c\r\n", "Title\r\n\r\nKey: a\r\nExecPlan: EP-1\r\n\r\n# c\r\n"),
    ("Title\r\n", "Title\r\n\r\nExecPlan: EP-1\r\n"),
    ("Title\n\(cut)+a\r\n", "Title\n\nExecPlan: EP-1\n\(cut)+a\r\n"),
  ]

  @Test("A trailer goes where git would put it, and the rest stays", arguments: cases)
  func places(_ message: String, _ result: String) {
    #expect(inserted(message) == result)
  }

  @Test("Inserting again changes nothing", arguments: cases)
  func isIdempotent(_ message: String, _ result: String) {
    #expect(inserted(inserted(message)) == result)
  }

  @Test(
    "A trailer that is there stays alone",
    arguments: ["Title\n\nexecplan:  EP-1 \nKey: a\n", "Title\n\nExecPlan: EP-1"])
  func present(_ message: String) {
    #expect(inserted(message) == message)
  }

  @Test("Several trailers keep their order and come once")
  func several() {
    let trailers = [Self.plan, Self.milestone, Self.plan]
    #expect(inserted("T\n", trailers) == "T\n\nExecPlan: EP-1\nMilestone: EP-1/MS001\n")
    #expect(
      inserted("T\n\nExecPlan: EP-1\n", trailers)
        == "T\n\nExecPlan: EP-1\nMilestone: EP-1/MS001\n")
  }

  @Test("Each trailer without a value gets its own")
  func severalPlaces() {
    #expect(
      inserted("T\n\nMilestone:\nExecPlan:\n", [Self.plan, Self.milestone])
        == "T\n\nMilestone: EP-1/MS001\nExecPlan: EP-1\n")
    let other = Trailer(key: "ExecPlan", value: "EP-2")
    #expect(
      inserted("T\n\nExecPlan:\n", [Self.plan, other])
        == "T\n\nExecPlan: EP-1\nExecPlan: EP-2\n")
  }

  @Test(
    "Comment lines are text where git keeps them",
    arguments: [
      ("#12 fixed\n", "#12 fixed\n\nExecPlan: EP-1\n"),
      ("T\n\n#12\n", "T\n\n#12\n\nExecPlan: EP-1\n"),
      ("T\n\nKey: a\n#12\n", "T\n\nKey: a\n#12\n\nExecPlan: EP-1\n"),
      ("T\n\nKey: a\n", "T\n\nKey: a\nExecPlan: EP-1\n"),
    ])
  func keptComments(_ message: String, _ result: String) {
    var options = TrailerOptions.messageFile
    options.keepsComments = true
    let bytes = TrailerInsertion([Self.plan], options: options).applied(to: Array(message.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == result)
    #expect(TrailerParser.trailers(of: bytes).contains(Self.plan))
  }

  @Test("Bytes that are no UTF-8 stay")
  func bytesBeyondUnicode() {
    let bytes = TrailerInsertion([Self.plan]).applied(to: [0xFF, 0x0A])
    #expect(bytes == [0xFF, 0x0A] + Array("\nExecPlan: EP-1\n".utf8))
  }

  @Test("git finds what was inserted", arguments: cases)
  func roundTrip(_ message: String, _ result: String) {
    let found = TrailerParser.trailers(of: Array(result.utf8), options: .messageFile)
    #expect(found.contains { $0.hasKey(Self.plan.key) && $0.value == Self.plan.value })
  }
}
