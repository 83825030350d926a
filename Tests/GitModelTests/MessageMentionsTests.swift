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

  @Test(
    "What forges' reverts say of pull requests",
    arguments: [
      ("Revert \"T\" (#8)\n\nReverts o/n#7", ["o/n 7"]),
      ("Revert \"T\" (#8)\n\nReverts o/n#7.\n\nIt was slow.", ["o/n 7"]),
      ("Revert T\n\nReverts #7, since it is slow", ["7"]),
      ("revert: T\n\nReverts #7", ["7"]),
      ("[parser] Revert \"T\"\n\nReverts PR #6 and #7", ["6", "7"]),
      ("Revert T\n\nReverts #5, #6, and #7.\nReverts !8", ["5", "6", "7", "8"]),
      ("T\n\nReverts https://github.com/o/n/pull/7.", ["o/n 7"]),
      ("T\n\nThis reverts merge request !7", ["7"]),
      ("T\n\nThis reverts pull request #7", ["7"]),
      ("Merge pull request #8 from o/x\n\nRevert \"T\"\n\nReverts o/n#7", ["o/n 7"]),
      // A line that says more than a forge does, under a title that says something else.
      ("T\n\nReverts o/n#7, but keeps its tests", []),
      ("T\n\nReverts #7", []), ("T\n\nReverts #7 and o/n#8", []),
      ("Reverted T\n\nSaid: Reverts o/n#7", []), ("Revert T\n\nReverts part of #7", []),
      ("Revert T\n\nReverts commit 1234567", []),
      // The title that is quoted.
      ("Revert \"T (#7)\" (#8)", ["7"]), ("Revert \"T (#7)\"", ["7"]),
      ("[parser] Revert \"T (#7)\" (#8)", ["7"]),
      ("Revert \"Revert \"T (#6)\" (#7)\" (#8)", ["7"]),
      ("Revert \"Merge pull request #7 from o/x\"", ["7"]),
      ("Merged PR 8: Revert \"Merged PR 7: T\"", ["7"]),
      ("Revert 'Merged in x (pull request #7)'", ["7"]), ("Revert \"T (!7)\"", ["7"]),
      ("Revert \"T\" (#8)", []), ("Revert \"T (#7)", []), ("Revert T (#7)", []), ("Revert", []),
      ("Reapply \"T (#7)\"", []), ("Do not revert \"T (#7)\"", []),
      ("Revert \"T (#7)\"\n\nThis reverts commit 1234567.", []),
    ])
  func requests(_ message: String, _ expected: [String]) {
    let mentions = MessageMentions(in: Array(message.utf8))
    let words = mentions.revertedRequests.map { mention in
      (mention.project.map { $0 + " " } ?? "") + "\(mention.number)"
    }
    #expect(words == expected)
    let isRevert =
      !expected.isEmpty || !mentions.reverted.isEmpty || mentions.revertedTitle != nil
    #expect(mentions.isRevert == isRevert)
  }

  @Test(
    "The title that a revert quotes",
    arguments: [
      ("Revert \"T\"", "T"), ("Revert \"T\" (#8)", "T"), ("[parser] revert 'T a' (!8)", "T a"),
      ("Revert \"Revert \"T\"\" (#8)\n\nIt works.", "Revert \"T\""),
      ("Revert \"T (#7)\"", "T (#7)"),
      ("Revert \"T\"\n\nThis reverts commit 1234567.", nil),
      ("Revert \"T\" (#8)\n\nReverts o/n#7", nil), ("Revert T", nil), ("T \"Revert\"", nil),
    ] as [(String, String?)])
  func title(_ message: String, _ expected: String?) {
    let hash = expected.map { title in
      var hash = FNVHash()
      hash.combine(title.utf8)
      return hash.value
    }
    #expect(MessageMentions(in: Array(message.utf8)).revertedTitle == hash)
  }

  @Test("What was combined last is taken back from a hash")
  func hash() {
    var hash = FNVHash()
    hash.combine("T".utf8)
    let before = hash.value
    hash.combine(" (#7)".utf8)
    hash.remove(" (#7)".utf8)
    #expect(hash.value == before)
  }
}
