import GitModel
import Plans
import Testing

/// That the quick look at a document comes to what reading all of it comes to.
struct PlanRecordTests {
  private static let documents = [
    Fixtures.handWritten, Fixtures.dumped, Fixtures.document("EP-20260117-014"),
    Fixtures.document("EP-20260117-014", ["status": "done"]),
    Fixtures.document("EP-20260117-014", ["status": "'archived'"]),
    Fixtures.document("EP-20260117-014", ["status": "doing"]),
    Fixtures.document("EP-20260117-014", ["id": "EP-20260117-015"]),
    Fixtures.document("EP-20260117-014", ["id": "nothing"]),
    Fixtures.document("EP-20260117-014", ["title": "{{name}}"]),
    "", "---\n", "---\n---\n", "\n\n---\nid: EP-20260117-014\nstatus: done\n---\n",
    "# Only a body\n",
    "---\nstatus: done\n", "---\nstatus: done\n---", "\u{FEFF}---\nstatus: paused\n---\n",
    "---\r\nid: EP-20260117-014\r\nstatus: active\r\n---\r\n",
    "---\nstatus: done\n---\n```\n---\nstatus: active\n",
  ]

  @Test(
    arguments: documents,
    [
      ".agent/exec_plans/cache/EP-20260117-014_cache.md", ".agent/exec_plans/EP-2026-draft.md",
      "docs/plans/EP-20260117-014.md", "docs/plans/12-cache.md", "elsewhere/note.md",
    ])
  func itAgreesWithTheWholeDocument(text: String, path: String) throws {
    let layout = PlanLayout(documentRoots: [try Fixtures.path("docs/plans")])
    let path = try Fixtures.path(path)
    let record = PlanRecord(path: path, bytes: Array(text.utf8), layout: layout)
    let read = PlanDocument.read(path: path, bytes: Array(text.utf8), layout: layout)
    // A document of the format without an ID is no plan, and nobody can name it.
    guard let plan = read.plan else { return }
    #expect(record.key == plan.key)
    #expect(record.status == plan.status)
  }
}
