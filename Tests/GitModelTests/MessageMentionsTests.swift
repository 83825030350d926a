import GitModel
import Testing

@Suite struct MessageMentionsTests {
  private static let one = String(repeating: "1", count: 40)
  private static let two = String(repeating: "2a", count: 20)

  struct Row: Sendable, CustomTestStringConvertible {
    let message: String
    var reverted: [String] = []
    var picked: [String] = []
    var kept: [String: String] = [:]
    var testDescription: String { message.replacing("\n", with: "|") }
  }

  static let rows = [
    Row(message: ""),
    Row(message: "Title"),
    Row(message: "Revert \"x\"\n\nThis reverts commit \(one).\n", reverted: [one]),
    // As `git revert --reference` words it.
    Row(
      message: "Revert\n\nThis reverts commit 1234567 (Title, 2026-01-01).", reverted: ["1234567"]),
    Row(message: "T\n\n  This reverts commit \(one)", reverted: [one]),
    Row(message: "T\r\n\r\nThis reverts commit \(one).\r\n", reverted: [one]),
    // A squash of several reverts.
    Row(
      message: "T\n\nThis reverts commit \(one).\n\nThis reverts commit \(two).\n",
      reverted: [one, two]),
    Row(
      message: "T\n\nThis reverts commit \(one), reversing\nchanges made to \(two).\n",
      reverted: [one], kept: [one: two]),
    Row(
      message: "T\n\nThis reverts commit \(one), reversing changes made to \(two).\n",
      reverted: [one], kept: [one: two]),
    Row(message: "T\n\nThis reverts commit \(one), reversing\nnothing.\n", reverted: [one]),
    Row(message: "T\n\nThis reverts commit \(one), reversing", reverted: [one]),
    // Not at the start of a line, no name, too short, too long.
    Row(message: "T\n\nSaid: This reverts commit \(one)."),
    Row(message: "T\n\nThis reverts commit."),
    Row(message: "T\n\nThis reverts commit of mine."),
    Row(message: "T\n\nThis reverts commit 123456."),
    Row(message: "T\n\nThis reverts commit \(one)1."),
    Row(message: "T\n\nthis reverts commit \(one)."),
    Row(message: "T\n\n(cherry picked from commit \(one))\n", picked: [one]),
    Row(
      message: "T\n\n(cherry picked from commit \(one))\n(cherry picked from commit ABCDEF0)\n",
      picked: [one, "abcdef0"]),
    Row(
      message: "T\n\nThis reverts commit \(one).\n(cherry picked from commit \(two))",
      reverted: [one], picked: [two]),
    // A message ends at its first NUL.
    Row(message: "T\n\n\u{0}\nThis reverts commit \(one).\n"),
  ]

  @Test("What messages say of other commits", arguments: rows)
  func mentions(_ row: Row) {
    let mentions = MessageMentions(in: Array(row.message.utf8))
    #expect(mentions.reverted.map(\.description) == row.reverted)
    #expect(mentions.picked.map(\.description) == row.picked)
    let kept = mentions.kept.map { ($0.key.description, $0.value.description) }
    #expect(Dictionary(uniqueKeysWithValues: kept) == row.kept)
    #expect(mentions.isEmpty == (row.reverted.isEmpty && row.picked.isEmpty))
  }
}
