import Foundation
import GitModel
import TestSupport
import Testing

/// Plain files of configuration, read without libgit2: git is the oracle.
@Suite struct PlainConfigurationTests {
  private let scratch: ScratchRepository

  init() throws { scratch = try ScratchRepository() }

  /// Returns the entries as `git config --list -z` prints them; `nil` for a file that is not plain.
  private func own(_ text: String) -> [String]? {
    ConfigurationFile.entries(in: Array(text.utf8), scope: .local)?
      .map { $0.key + ($0.value.map { "\n" + $0 } ?? "") }
  }

  /// Returns what git reads, `nil` where it refuses the file.
  private func git(_ text: String) throws -> [String]? {
    try scratch.write(text, to: "config")
    let outcome = try scratch.tryGit(["config", "--file", "config", "--list", "-z"])
    guard outcome.exitCode == 0 else { return nil }
    return outcome.output.split(separator: "\0").map(String.init)
  }

  @Test(
    "What is plain is read as git reads it",
    arguments: [
      "", "\n", "# only\n; words\n", "[a]\n", "[a]\nb = c\n", "[a]\n\tb=c", "[a]\n b\n",
      "[A.B]\n", "[A-b9]\n\tKey-9 = x\n", "[a \"Sub.Sec tion\"]\nK = v\n", "[a \"\"]\nk = v\n",
      "[a]\nb =\n", "[a]\nb = \"\"\n", "[a]\nb = \" x \" \n", "[a]\nb = x  y  \n",
      "[a]\nb = x # c\n", "[a]\nb = x ; c\n", "[a]\nb = \"x # y\" ; c\n", "[a]\nb = x\"y\"z\n",
      "[a] # c\nb = 1\n", "[a]\nb = 1\nb = 2\n[c]\nd\n[a]\nb = 3\n", "[a] b = c\n",
      "[a]\r\nb = c\r\n", "[a]\nb # c\n", "[a]\nb = é\n", "[a \"é\"]\nb = 1\n", "[a]\nb = x=y\n",
      "[a]\nb = \"x\" \"y\"\n", "  [a]\n", "[a]b\n", "[a]\nb = \"\" x\n", "[a]\nb = \\\n  x\n",
      "[a]\nb = x \\\n  y \n", "[a]\nb = x \\\n\n", "[a]\nb = x\\\r\ny\r\n",
      "[a]\nb = \\t x \\t \n",
      "[a]\nb = \"x \\\n y\"\n", "[a]\nb = x\\", "[a]\nb = x\\b\\\\\n", "[a]\nb = x\\\r\n",
      "[a]\nb = x # \\\nc = y\n", "[a \"x\\\\\\yz\"]\nb = 1\n", "[a]\nb = \\\"x\\\" # y\n",
    ])
  func plain(_ text: String) throws {
    guard let own = own(text) else { return }
    #expect(try git(text) == own)
  }

  @Test(
    "Ordinary files are plain",
    arguments: [
      "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n",
      "[user]\n\tname = \"A U Thor\" # me\n\temail = a@example.com\n",
      "[remote \"origin\"]\n\turl = git@example.com:a/b.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n",
      "[branch \"ep/EP-20260101-001-x\"]\n\texecplan = EP-20260101-001\n", "[a]\n\tb\n",
      "[alias]\n\tlg = log --format=\\\"%h %s\\\"\n\tx = \"!f() { \\\n\t\techo; \\\n\t}; f\"\n",
      "[a \"x\\\"y\"]\nb = 1\n",
    ])
  func ordinary(_ text: String) throws {
    #expect(own(text) != nil)
    #expect(try git(text) == own(text))
  }

  @Test(
    "What is rare or wrong is for others",
    arguments: [
      "[include]\n\tpath = x\n", "[includeIf \"gitdir:x\"]\n\tpath = x\n", "[a]\nb = x\\z\n",
      "[a]\nb = x\\", "[a \"x\\", "[a \"x\\\n\"]\n", "b = 1\n", "[a\n", "[a]]\n", "[]\n",
      "[a]\n9 = 1\n", "[a]\nb = \"x\n", "[a \"x]\nb = 1\n", "\u{FEFF}[a]\nb = 1\n", "[a]\nb c\n",
    ])
  func rare(_ text: String) {
    #expect(own(text) == nil)
  }

  @Test("Of texts drawn by lot none is read in another way than git's")
  func drawn() throws {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "[a]", "[b \"c\"]", "[B \"c d\"]", "\n", "\n", "k", "key = v", " = ", "x y", "\"", "\" z\"",
      "#",
      ";", " ", "\t", "\r\n", "\\", "\\\n", "\\n", "\\\"", "\\\\", "[", "]", ".", "=", "é", "1",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...9, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let own = own(text) else { continue }
      #expect(try git(text) == own, "\(text.debugDescription)")
    }
  }
}
