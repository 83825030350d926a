import GitModel
import Testing

@Suite struct MessageRawCommitTests {
  private static let tree = String(repeating: "a", count: 40)
  private static let parent = String(repeating: "b", count: 40)
  private static let identities =
    "author A U Thor <a@example.com> 1700000000 +0100\ncommitter C <c@x> 1700000001 -0200\n"

  @Test("All parts of a merge with signatures and a merged tag are found")
  func merge() throws {
    let object = Array(
      """
      tree \(Self.tree)
      parent \(Self.parent)
      parent \(Self.tree)
      \(Self.identities)mergetag object \(Self.parent)
       type commit
       tagger T <t@x> 5 +0000
      \u{20}
       author not <this@x> 6 +0000
      gpgsig -----BEGIN PGP SIGNATURE-----
      \u{20}
       parent x
       -----END PGP SIGNATURE-----

      Merge tag 'v1'

      Body.

      """.utf8)
    let commit = try #require(RawCommit(object))
    #expect(commit.tree.description == Self.tree)
    #expect(commit.parents.map(\.description) == [Self.parent, Self.tree])
    #expect(commit.isMerge)
    #expect(commit.authorName == "A U Thor")
    #expect(commit.authorEmail == "a@example.com")
    #expect(commit.authorTime == 1_700_000_000)
    #expect(commit.committerTime == 1_700_000_001)
    #expect(commit.encoding == nil)
    #expect(String(decoding: commit.message(in: object), as: UTF8.self).hasPrefix("Merge tag"))
    #expect(commit.subject(in: object) == "Merge tag 'v1'")
  }

  @Test(
    "A date that cannot be read is 0",
    arguments: [
      "author A <a@x>\n", "author A <a@x> \n", "author A <a@x> x +0000\n", "author A a@x 5 +0000\n",
      "author A <a@x> 99999999999999999999999 +0000\n", "author A <a@x> -5 +0000\n",
    ])
  func malformedDates(_ author: String) throws {
    let object = Array("tree \(Self.tree)\n\(author)committer C <c@x> 7 +0000\n\nT\n".utf8)
    let commit = try #require(RawCommit(object))
    #expect(commit.authorTime == 0)
    #expect(commit.committerTime == 7)
  }

  @Test(
    "A zone is read where it has its form",
    arguments: [
      ("5 +0000", 0), ("5 +0530", 19_800), ("5 -0800", -28_800), ("5 +9999", 362_340),
      ("5 +000", 0),
      ("5", 0), ("5 0530", 0), ("5 +05x0", 0),
    ])
  func zones(_ date: String, offset: Int) throws {
    let object = Array("tree \(Self.tree)\nauthor A <a@x> \(date)\n\nT\n".utf8)
    #expect(try #require(RawCommit(object)).authorOffset == offset)
  }

  @Test("A date is behind the last angle bracket")
  func bracketsInNames() throws {
    let object = Array("tree \(Self.tree)\nauthor A <a@x> <b> 9 +0000\n\nT\n".utf8)
    let commit = try #require(RawCommit(object))
    #expect(commit.authorEmail == "a@x")
    #expect(commit.authorTime == 9)
  }

  @Test("Latin-1 is converted and other bytes are repaired")
  func encodings() throws {
    let start = Array("tree \(Self.tree)\nauthor J".utf8) + [0xE9]
    let rest = Array(" <a@x> 1 +0000\n".utf8)
    let latin = start + rest + Array("encoding ISO-8859-1\n\nCaf".utf8) + [0xE9, 0x0A]
    let commit = try #require(RawCommit(latin))
    #expect(commit.encoding == "ISO-8859-1")
    #expect(commit.authorName == "Jé")
    #expect(commit.subject(in: latin) == "Café")
    let broken = start + rest + Array("\nCaf".utf8) + [0xE9, 0x0A]
    let repaired = try #require(RawCommit(broken))
    #expect(repaired.authorName == "J\u{FFFD}")
    #expect(repaired.subject(in: broken) == "Caf\u{FFFD}")
  }

  @Test(
    "What is no commit is refused",
    arguments: [
      "", "blob\n", "tree abc\n\n", "parent \(parent)\n\nT\n", "tree \(tree)\nparent x\n\n",
    ])
  func noCommits(_ object: String) {
    #expect(RawCommit(Array(object.utf8)) == nil)
  }

  @Test("A commit without a message has an empty one", arguments: ["", "\n"])
  func emptyMessages(_ end: String) throws {
    let object = Array("tree \(Self.tree)\n\(Self.identities)\(end)".utf8)
    let commit = try #require(RawCommit(object))
    #expect(commit.messageRange == object.count..<object.count)
    #expect(commit.subject(in: object) == "")
  }

  @Test(
    "A subject is the first paragraph on one line",
    arguments: [
      ("Title\n\nBody\n", "Title"), ("\n \nTitle", "Title"), ("One \n two\n\nBody", "One  two"),
      ("Title\r\n\r\nBody", "Title"), ("One\r\ntwo\r\n", "One two"), ("", ""), (" \n\t\n", ""),
      ("  Indented\n", "  Indented"),
    ])
  func subjects(_ message: String, _ subject: String) {
    #expect(MessageSubject.subject(of: Array(message.utf8)) == subject)
  }

  @Test(
    "Commits that GitHub made",
    arguments: [
      ("GitHub <noreply@github.com>", true),
      ("GitHub Enterprise <noreply@git.example.org>", true),
      ("GitHub <mara@example.org>", false), ("Mara <noreply@github.com>", false), ("", false),
    ])
  func committer(_ identity: String, _ isGitHub: Bool) throws {
    let object = Array(
      "tree \(Self.tree)\nauthor A <a@x> 5 +0000\ncommitter \(identity) 7 +0000\n\nT\n".utf8)
    let commit = try #require(RawCommit(object))
    #expect(commit.isCommittedByGitHub == isGitHub)
    #expect(commit.committerTime == (identity.isEmpty ? 0 : 7))
  }
}
