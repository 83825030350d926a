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
    (
      "Merge pull request #12 from owner/feature/x",
      MergeMessage(branches: [MergedBranch(name: "feature/x", source: "owner")], pullRequest: 12)
    ),
  ]

  @Test("The forms of git and GitHub are read", arguments: forms)
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
      "Merge pull request #1 from /b", "Merge branch 'x' of ",
    ])
  func otherTitles(_ subject: String) {
    #expect(MergeMessage(subject: subject) == nil)
  }

  @Test(
    "The number of a squash commit is the last at its subject's end",
    arguments: [
      ("Title (#12)", 12), ("Revert \"X (#1)\" (#2)", 2), ("Backport (#1) (#2)", 2),
      ("Title (#3) \r\n", 3), ("(#4)", 4), ("Title (#12) more", nil), ("Title #12", nil),
      ("Title (#)", nil), ("Title (#1a)", nil), ("Title (12)", nil), ("", nil), (")", nil),
      ("Title (#99999999999999999999)", nil),
    ] as [(String, Int?)])
  func pullRequestNumbers(_ subject: String, _ number: Int?) {
    #expect(PullRequestSubject.number(in: subject) == number)
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
