import GitModel
import Plans
import Testing

struct NoteEditTests {
  /// Writes `{1}` for the ID of plan 1.
  private func whole(_ text: String) -> String {
    text.replacing("{", with: "EP-20260101-00").replacing("}", with: "")
  }

  /// Reads `+` for links, `-` for denials and `~` for withdrawals.
  private func edit(_ words: String) -> NoteEdit {
    var edit = NoteEdit()
    for word in whole(words).split(separator: " ") {
      let reference = PlanReference.references(inValue: String(word.dropFirst()))[0]
      switch word.first {
      case "+": edit.links.append(reference)
      case "-": edit.denials.append(reference)
      default: edit.withdrawals.append(reference)
      }
    }
    return edit
  }

  @Test(arguments: [
    ("", "+{1} -{2}", "ExecPlan: {1}\nNot-ExecPlan: {2}\n"),
    ("", "+{1} +{1}/MS001", "ExecPlan: {1}\nMilestone: {1}/MS001\n"),
    ("", "+docs/a.md -docs/b.md", "ExecPlan: docs/a.md\nNot-ExecPlan: docs/b.md\n"),
    ("", "", ""), ("", "+none", ""),
    ("Seen.\n", "+{1}", "Seen.\n\nExecPlan: {1}\n"),
    ("Seen.", "+{1}", "Seen.\n\nExecPlan: {1}\n"),
    ("\n\nSeen.\n\n", "+{1}", "\n\nSeen.\n\n\nExecPlan: {1}\n"),
    ("ExecPlan: {2}", "+{1}", "ExecPlan: {2}\nExecPlan: {1}\n"),
    ("  execplan : {1}  \n", "+{1}", "  execplan : {1}  \n"),
    ("ExecPlan: {2}, {1}\r\nx", "+{1}", "ExecPlan: {2}, {1}\r\nx"),
    ("Not-ExecPlan: {1}\nx\n", "+{1}", "x\n\nExecPlan: {1}\n"),
    ("not-execplan: {1}, {2}\n", "+{1}", "Not-ExecPlan: {2}\nExecPlan: {1}\n"),
    ("Not-ExecPlan: {1}\n", "+{1}/MS001", "Milestone: {1}/MS001\n"),
    ("Not-ExecPlan: {1}/MS001\n", "+{1}", "Not-ExecPlan: {1}/MS001\nExecPlan: {1}\n"),
    ("a\nExecPlan: {1}\nMilestone: {1}/MS001\nb\n", "-{1}", "a\nb\n\nNot-ExecPlan: {1}\n"),
    ("ExecPlan: {1} {2}\n", "-{1} +{2}", "ExecPlan: {2}\nNot-ExecPlan: {1}\n"),
    (
      "ExecPlan: {1}\nMilestone: {1}/MS001\n", "-{1}/MS001",
      "ExecPlan: {1}\nNot-ExecPlan: {1}/MS001\n"
    ),
    ("ExecPlan: {1}\n", "~{1}", ""), ("ExecPlan: none\n", "~{1}", "ExecPlan: none\n"),
    ("Not-ExecPlan: {1}\n", "~{1}", "Not-ExecPlan: {1}\n"),
  ])
  func aNoteSaysWhatItIsTold(note: String, words: String, expected: String) {
    let edited = edit(words).applied(to: Array(whole(note).utf8))
    #expect(String(decoding: edited, as: UTF8.self) == whole(expected))
    #expect(edit(words).applied(to: edited) == edited)
  }

  @Test func bytesThatAreNoTextStay() {
    let note: [UInt8] = [0xFF, 0x0A, 0xC3]
    #expect(edit("+{1}").applied(to: note) == note + Array(whole("\n\nExecPlan: {1}\n").utf8))
  }

  /// What `git notes merge` with the strategy `cat_sort_uniq` makes of two notes says all that both say.
  @Test func linesMayBeSorted() {
    let edited = edit("+{2} -{1}").applied(to: edit("+{3}").applied(to: Array("Seen.\n".utf8)))
    let lines = String(decoding: edited, as: UTF8.self).split(separator: "\n").sorted()
    let sorted = NoteStatement.all(in: Array(lines.joined(separator: "\n").utf8))
    #expect(Set(sorted) == Set(NoteStatement.all(in: edited)))
    #expect(sorted.count == 3)
  }

  @Test(arguments: [
    "docs/a.md", "docs/with blank.md", "docs/a,b.md", "docs/(a).md", "docs/é.md", "none (x).md",
  ])
  func aPathIsWrittenSoThatItIsReadAgain(text: String) throws {
    let path = PlanReference.path(try #require(RepositoryPath(text)))
    let line = try #require(NoteStatement(path).line)
    #expect(NoteStatement.all(in: Array(line.utf8)) == [NoteStatement(path)])
  }

  @Test(arguments: ["a\nb.md", "a`b <c>.md", "notes.txt"])
  func aPathThatNoLineCanHoldIsNotWritten(text: String) throws {
    let path = PlanReference.path(try #require(RepositoryPath(text)))
    #expect(NoteStatement(path).line == nil)
  }
}
