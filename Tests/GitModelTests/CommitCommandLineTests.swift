import GitModel
import Testing

@Suite struct CommitCommandLineTests {
  private func read(_ words: String) -> CommitCommandLine? {
    CommitCommandLine(words: words.split(separator: " ").map(String.init))
  }

  @Test(
    "What a second call needs is kept, and what says the message is not",
    arguments: [
      ("git commit", [], [], []), ("git commit -m x", [], [], []), ("git commit -mx", [], [], []),
      ("git commit --message x -F f --file=f", [], [], []),
      ("git commit -am x", [], ["-a"], []), ("git commit -asqmx", [], ["-a", "-q"], []),
      ("git commit --amend --no-edit", [], ["--amend"], []),
      ("git commit --am -v", [], ["--amend"], []),
      ("/usr/lib/git-core/git commit --all", [], ["--all"], []),
      ("git -C sub -c a.b=c commit", ["-C", "sub", "-c", "a.b=c"], [], []),
      (
        "git --git-dir=d --work-tree w commit -e", ["--git-dir=d", "--work-tree", "w"], [], []
      ),
      ("git commit a b -m x", [], [], ["a", "b"]),
      ("git commit -i -m x -- a -b", [], ["-i"], ["a", "-b"]),
      ("git commit --author=A --date d -Skey", [], ["--author=A", "--date", "d", "-Skey"], []),
      ("git commit --trailer a:b --cleanup=strip -t f", [], [], []),
      ("git commit --fixup HEAD --squash=HEAD", [], [], []),
      ("git commit --allow-empty", [], ["--allow-empty"], []),
    ])
  func reads(_ words: String, _ leading: [String], _ options: [String], _ paths: [String]) throws {
    let line = try #require(read(words))
    #expect(line.leading == leading)
    #expect(line.options == options)
    #expect(line.paths == paths)
  }

  @Test(
    "Other commands and unknown options are not understood",
    arguments: [
      "", "git", "git merge x", "sh commit", "gitk commit", "git commit --unknown",
      "git commit -X", "git commit -m", "git commit --a",
    ])
  func refuses(_ words: String) {
    #expect(read(words) == nil)
  }

  @Test(
    "An editor opens unless the message is given",
    arguments: [
      ("git commit", true), ("git commit -m x", false), ("git commit -m x -e", true),
      ("git commit --amend", true), ("git commit --amend --no-edit", false),
      ("git commit -C HEAD", false), ("git commit -c HEAD", true),
      ("git commit --fixup=HEAD", false), ("git commit --fixup=amend:HEAD", true),
      ("git commit --squash=HEAD", true), ("git commit -t f", true),
    ])
  func editors(_ words: String, _ opens: Bool) throws {
    #expect(try #require(read(words)).opensEditor == opens)
  }

  @Test("The clean-up and the author of another commit are known")
  func others() throws {
    #expect(try #require(read("git commit --cleanup verbatim")).cleanup == "verbatim")
    #expect(try #require(read("git commit -C HEAD")).reusesAuthor)
    #expect(!(try #require(read("git commit --amend")).reusesAuthor))
  }

  @Test(
    "A shell reads a word back",
    arguments: [
      ("", "''"), ("a/b.c", "a/b.c"), ("it's", "'it'\\''s'"), ("a b", "'a b'"), ("~/x", "'~/x'"),
      ("$x", "'$x'"), ("é", "'é'"), ("HEAD~2", "HEAD~2"),
    ])
  func quoting(_ word: String, _ quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }
}
