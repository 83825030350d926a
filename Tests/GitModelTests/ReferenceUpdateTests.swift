import GitModel
import Testing

/// The lines that git writes to the hooks of a push.
@Suite struct ReferenceUpdateTests {
  private static let one = String(repeating: "1", count: 40)
  private static let two = String(repeating: "2", count: 40)
  private static let zero = String(repeating: "0", count: 40)

  private func words(_ update: ReferenceUpdate) -> String {
    func digit(_ id: ObjectID?) -> String { id.map { String($0.description.prefix(1)) } ?? "-" }
    return "\(update.reference) \(digit(update.old)) \(digit(update.new))"
  }

  private func read(_ text: String, _ form: ReferenceUpdate.Form) throws -> [String] {
    try ReferenceUpdate.updates(in: Array(text.utf8), form).map(words)
  }

  @Test(
    "What pre-receive gets",
    arguments: [
      ("", []), ("\(one) \(two) refs/heads/main\n", ["refs/heads/main 1 2"]),
      ("\(one) \(two) refs/heads/main", ["refs/heads/main 1 2"]),
      (
        "\(zero) \(two) refs/tags/v1\n\(one) \(zero) refs/heads/x\n",
        ["refs/tags/v1 - 2", "refs/heads/x 1 -"]
      ),
      ("\(zero) \(zero) refs/heads/x\n", ["refs/heads/x - -"]),
      ("\(one) \(two) refs/heads/n\u{F6}\n", ["refs/heads/n\u{F6} 1 2"]),
    ])
  func received(_ text: String, _ expected: [String]) throws {
    #expect(try read(text, .received) == expected)
  }

  @Test(
    "What pre-push gets; the local name may hold blanks",
    arguments: [
      ("", []),
      ("refs/heads/a \(two) refs/heads/b \(one)\n", ["refs/heads/b 1 2"]),
      ("(delete) \(zero) refs/heads/b \(one)\n", ["refs/heads/b 1 -"]),
      ("HEAD@{1 day ago} \(two) refs/heads/b \(zero)\n", ["refs/heads/b - 2"]),
      ("HEAD~ \(two) refs/heads/b \(zero)", ["refs/heads/b - 2"]),
    ])
  func sent(_ text: String, _ expected: [String]) throws {
    #expect(try read(text, .sent) == expected)
  }

  private static let hostile = [
    "\n", "x\n", "\(one)\n", "\(one) \(two)\n", "\(one) \(two) \n", "\(one)  \(two) refs/heads/x\n",
    "\(one) \(two) refs/heads/x y\n", " \(one) \(two) refs/heads/x\n",
    "\(one.dropLast()) \(two) refs/heads/x\n", "\(one)1 \(two) refs/heads/x\n",
    "g\(one.dropLast()) \(two) refs/heads/x\n", "-\(one.dropLast()) \(two) refs/heads/x\n",
    String(repeating: "1", count: 64) + " " + String(repeating: "2", count: 64) + " refs/heads/x\n",
    "\(one)\t\(two)\trefs/heads/x\n", "\0\0\0\n", String(repeating: " ", count: 10_000),
  ]

  @Test("Anything else is an error that names the line", arguments: hostile)
  func malformed(_ text: String) {
    let good = "\(Self.zero) \(Self.one) refs/heads/good\n"
    let error = #expect(throws: ReferenceUpdateError.self) {
      try ReferenceUpdate.updates(in: Array((good + text).utf8), .received)
    }
    #expect(error?.line == 2)
    #expect(throws: ReferenceUpdateError.self) {
      try ReferenceUpdate.updates(in: Array(text.utf8), .sent)
    }
  }

  @Test("Bytes that are no text do no harm")
  func bytes() throws {
    let line = Array("\(Self.zero) \(Self.one) refs/heads/".utf8) + [0xFF, 0xFE, 0x1B, 0x0D, 0x0A]
    let update = try ReferenceUpdate.updates(in: line, .received)
    #expect(update.map(\.reference) == ["refs/heads/\u{FFFD}\u{FFFD}\u{1B}\r"])
    #expect(throws: ReferenceUpdateError.self) {
      try ReferenceUpdate.updates(in: [UInt8](repeating: 0xFF, count: 5_000), .sent)
    }
  }
}
