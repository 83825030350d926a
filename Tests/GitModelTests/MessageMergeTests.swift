import GitModel
import Testing

@Suite struct MessageMergeTests {
  static let forms: [(String, MergeMessage)] = [
    ("Merge branch 'x'", MergeMessage(branches: [MergedBranch(name: "x")])),
    (
      "Merge branches 'a', 'b' and 'c'",
      MergeMessage(branches: [
        MergedBranch(name: "a"), MergedBranch(name: "b"), MergedBranch(name: "c"),
      ])
    ),
    (
      "Merge branches 'a' and 'b' into y/z",
      MergeMessage(branches: [MergedBranch(name: "a"), MergedBranch(name: "b")], into: "y/z")
    ),
    (
      "Merge branch 'x' of https://example.com/r.git into y",
      MergeMessage(
        branches: [MergedBranch(name: "x", source: "https://example.com/r.git")], into: "y")
    ),
    (
      "Merge branch 'x' of ../my clone",
      MergeMessage(branches: [MergedBranch(name: "x", source: "../my clone")])
    ),
    (
      "Merge remote-tracking branch 'origin/x' into y",
      MergeMessage(branches: [MergedBranch(name: "origin/x", isRemoteTracking: true)], into: "y")
    ),
    (
      "Merge remote-tracking branches 'origin/a' and 'origin/b'",
      MergeMessage(branches: [
        MergedBranch(name: "origin/a", isRemoteTracking: true),
        MergedBranch(name: "origin/b", isRemoteTracking: true),
      ])
    ),
    (
      "Merge branches 'a' and 'b', remote-tracking branch 'origin/c' and tag 'v1'",
      MergeMessage(branches: [
        MergedBranch(name: "a"), MergedBranch(name: "b"),
        MergedBranch(name: "origin/c", isRemoteTracking: true),
      ])
    ),
    (
      "Merge branch 'a'; branch 'b' of u; tag 'v1' of w into y",
      MergeMessage(
        branches: [MergedBranch(name: "a"), MergedBranch(name: "b", source: "u")], into: "y")
    ),
    ("Merge branch 'it's' into y", MergeMessage(branches: [MergedBranch(name: "it's")], into: "y")),
    ("Merge branch 'x' (early part)", MergeMessage(branches: [MergedBranch(name: "x")])),
    ("Merge tag 'v1'", MergeMessage()),
    ("Merge commit 'abc123' into y", MergeMessage(into: "y")),
    (
      "Merge branch 'wip/x' into 'main'",
      MergeMessage(branches: [MergedBranch(name: "wip/x")], into: "main")
    ),
  ]

  @Test("The forms of git and GitLab are read", arguments: forms)
  func knownForms(_ subject: String, _ merge: MergeMessage) {
    #expect(MergeMessage(subject: subject) == merge)
    #expect(MergeMessage(message: Array("\n\(subject)\n\nTitle\n".utf8)) == merge)
  }

  @Test(
    "Other titles are no merges",
    arguments: [
      "", "Merge", "Merge the parsers", "Merge branch x", "Merge branch 'x", "Merge branch ''",
      "Merge branch 'x' with care", "merge branch 'x'", "Fix: Merge branch 'x'",
      "Merge pull request #x from a/b", "Merge pull request #1 from b", "Merge branch 'x' into ",
      "Merge pull request #1 from /b", "Merge branch 'x' of ", "Merge #1 and #2", "Merge \"x",
      "Merged PR: x", "Merged in x", "Merge pull request #0 from a/b",
    ])
  func otherTitles(_ subject: String) {
    #expect(MergeMessage(subject: subject) == nil)
  }

  @Test("The commits of a squash are listed in the order of the message")
  func squashedCommits() {
    let first = String(repeating: "1", count: 40)
    let second = String(repeating: "2", count: 40)
    let list = "commit \(first)\nAuthor: A <a@x>\n\n    commit \(second)\n\ncommit \(second)\n"
    let message = Array("Squashed commit of the following:\n\n\(list)".utf8)
    #expect(SquashMessage.commits(in: message).map(\.description) == [first, second])
    #expect(SquashMessage.commits(in: Array("Title\n\n\(list)".utf8)).isEmpty)
  }
}
