import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import WorkTree

/// What recovery makes of files that changed meanwhile, and of journals that nobody should follow.
@Suite struct RecoveryTests {
  private static let journal = "git/execplan-transaction"
  private static let draft = "git/execplan-transaction.draft"

  /// A work tree whose transaction was killed when its journal was in place.
  private func interrupted() throws -> TransactionFixture {
    let undisturbed = FailingDisk(failingAt: .max, isDead: false)
    try TransactionFixture().commit(on: undisturbed.disk)
    let published = try #require(undisturbed.steps.firstIndex(of: .rename)) + 1
    let fixture = try TransactionFixture()
    try? fixture.commit(on: FailingDisk(failingAt: published, isDead: true).disk)
    #expect(fixture.folder.text(Self.journal) != nil)
    #expect(fixture.folder.text("tree/plans/registry.json") == "old registry")
    return fixture
  }

  @Test(
    "What a person changed meanwhile stays, and all else is done",
    arguments: [
      ("plans/registry.json", "plans/registry.json"),
      ("plans/drafts/2026/draft.md", "plans/drafts/2026/draft.md"),
      ("plans/new/x/new.md", "plans/new/x/new.md"),
      ("plans/auth/plan.md", "plans/done/2026/auth/plan.md"),
    ])
  func changed(_ before: String, _ after: String) throws {
    let fixture = try interrupted()
    try fixture.folder.write("a person's work", to: "tree/" + before)
    let conflicts = try #require(try fixture.folder.lock().recovered)
    #expect(conflicts.map(\.path.description) == [after])
    #expect(fixture.folder.text("tree/" + after) == "a person's work")
    let expected = try TransactionFixture.finalState()
    let state = fixture.state()
    for (name, content) in expected where name != "tree/" + after && state[name] != content {
      Issue.record("\(name) is \(state[name] ?? "missing")")
    }
    #expect(!state.keys.contains { $0.contains(".execplan-") })
    #expect(fixture.folder.text(Self.journal) == nil)
  }

  @Test("A file that was removed or whose place is taken is left, and named")
  func gone() throws {
    let fixture = try interrupted()
    try FileManager.default.removeItem(atPath: fixture.folder.disk("tree/plans/registry.json"))
    try fixture.folder.write("mine", to: "tree/plans/done/2026/auth/mine.md")
    let conflicts = try #require(try fixture.folder.lock().recovered)
    #expect(
      conflicts.map(\.path.description) == [
        "plans/done/2026/auth", "plans/done/2026/auth/plan.md", "plans/registry.json",
      ])
    #expect(fixture.folder.text("tree/plans/done/2026/auth/mine.md") == "mine")
    #expect(fixture.folder.text("tree/plans/auth/plan.md") == "plan, open")
    #expect(fixture.folder.text("tree/plans/registry.json") == nil)
  }

  @Test("A prepared content that was removed or changed is not used")
  func lostContent() throws {
    let fixture = try interrupted()
    for name in fixture.folder.everything() where name.contains(".registry.json.execplan-") {
      try fixture.folder.write("rubbish", to: name)
    }
    let conflicts = try #require(try fixture.folder.lock().recovered)
    #expect(conflicts.map(\.path.description) == ["plans/registry.json"])
    #expect(fixture.folder.text("tree/plans/registry.json") == "old registry")
  }

  @Test(
    "A journal that leads out of the work tree is refused, and nothing happens",
    arguments: [
      "move\tplans/auth\t../outside/auth",
      "move\tplans/auth\t/tmp/auth",
      "move\tplans/auth\tout/auth",
      "move\tplans/auth\t.git/hooks",
      "remove\tplans/link\t0:cbf29ce484222325",
      "create\tplans/x\tplans/registry.json\t12:0000000000000000",
      "create\tplans/x\t../outside/.x.execplan-0123456789abcdef\t1:0000000000000000",
      "remove\tplans/%2E%2E/%2e%2e/outside/secret\t6:0000000000000000",
      "remove\tplans/%zz\t6:0000000000000000",
      "remove\tplans/registry.json\t-1:0000000000000000",
      "run\tplans/registry.json", "rmdir", "",
    ])
  func hostile(_ line: String) throws {
    let fixture = try TransactionFixture()
    try fixture.folder.write("secret", to: "outside/secret")
    try fixture.folder.link("tree/out", to: "../outside")
    try fixture.folder.link("tree/plans/link", to: "registry.json")
    let before = fixture.state()
    let text = "git-execplan transaction 1\n\(line)\nrmdir\tplans\n"
    let hash = FileFingerprint.digits(FileFingerprint.hash(text.utf8))
    try fixture.folder.write(text + "end\t\(hash)\n", to: Self.journal)
    let error = #expect(throws: FileError.self) { try fixture.folder.lock() }
    #expect(error?.hint?.contains("remove the file") == true)
    #expect(fixture.state().filter { $0.key != Self.journal } == before)
    // As a draft it is refused as well, or nothing at all.
    try FileManager.default.moveItem(
      atPath: fixture.folder.disk(Self.journal), toPath: fixture.folder.disk(Self.draft))
    _ = try? fixture.folder.lock()
    #expect(fixture.state().filter { $0.key != Self.draft } == before)
  }

  @Test(
    "A damaged journal is refused",
    arguments: ["", "git-execplan transaction 1\n", "end\t0\n", "\u{0}"])
  func damaged(_ text: String) throws {
    let fixture = try TransactionFixture()
    try fixture.folder.write(text, to: Self.journal)
    #expect(throws: FileError.self) { try fixture.folder.lock() }
    #expect(fixture.folder.text(Self.journal) == text)
  }

  @Test("A link in the place of the journal is not followed")
  func linkedJournal() throws {
    let fixture = try TransactionFixture()
    try fixture.folder.write("git-execplan transaction 1\n", to: "outside/journal")
    try fixture.folder.link(Self.journal, to: "../outside/journal")
    #expect(throws: FileError.self) { try fixture.folder.lock() }
  }

  @Test(
    "A draft that was cut off is taken away", arguments: ["", "git-execplan transaction 1\nfol"])
  func cutDraft(_ text: String) throws {
    let fixture = try TransactionFixture()
    let before = fixture.state()
    try fixture.folder.write(text, to: Self.draft)
    #expect(try fixture.folder.lock().recovered == nil)
    #expect(fixture.state() == before)
  }

  @Test(
    "Journals are read as they were written",
    arguments: ["a b", "tab\there", "50%", "%0A", "é\r\n"])
  func roundTrip(_ name: String) throws {
    let folder = try WorkFolder()
    let path = try folder.path("plans/" + name)
    let temporary = try folder.path("plans/" + TemporaryName.make(for: name))
    let content = FileFingerprint(of: [1, 2])
    let prepared = FileOperation.PreparedFile(temporary: temporary, content: content)
    let journal = TransactionJournal(
      folders: [path],
      operations: [
        .move(from: path, to: temporary), .makeFolder(path), .create(path, prepared),
        .replace(path, old: content, prepared), .remove(path, old: content), .removeFolder(path),
      ])
    #expect(TransactionJournal(journal.bytes) == journal)
    #expect(TransactionJournal(Array(journal.bytes.dropLast(2))) == nil)
  }
}
