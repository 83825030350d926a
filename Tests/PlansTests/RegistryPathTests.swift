import GitModel
import Plans
import Testing

@Suite struct RegistryPathTests {
  private func path(of id: String, in text: String) throws -> String? {
    let id = try #require(PlanID(id))
    return Registry.path(of: id, in: Array(text.utf8))?.description
  }

  @Test("A registry tells where its plans are")
  func tells() throws {
    let documents = try [("EP-20260117-014", "a"), ("EP-20260117-015", "b")].map { id, slug in
      try Fixtures.read(
        Fixtures.document(id), at: ".agent/exec_plans/\(slug)/\(id)_\(slug).md")
    }
    let bytes = try #require(Registry.build(documents).bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      try path(of: "EP-20260117-014", in: text) == ".agent/exec_plans/a/EP-20260117-014_a.md")
    #expect(
      try path(of: "EP-20260117-015", in: text) == ".agent/exec_plans/b/EP-20260117-015_b.md")
    #expect(try path(of: "EP-20260117-016", in: text) == nil)
  }

  @Test(
    "What is not written as a registry is tells nothing",
    arguments: [
      "", "{}", #""id": "EP-20260117-014""#, #""id": "EP-20260117-014", "id": "x", "path": "a.md""#,
      #""id": "EP-20260117-014", "path": "../a.md""#, #""id": "EP-20260117-014", "path": "\u00e9""#,
      #""depends_on": ["EP-20260117-014"], "path": "a.md""#,
    ])
  func tellsNothing(_ text: String) throws {
    #expect(try path(of: "EP-20260117-014", in: text) == nil)
  }
}
