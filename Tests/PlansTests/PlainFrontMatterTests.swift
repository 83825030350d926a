import GitModel
import Plans
import Testing

/// What is read without a parser of YAML: the same as with it, or nothing.
@Suite struct PlainFrontMatterTests {
  private static let id = "EP-20260117-014"

  private static func glance(_ text: String, _ id: String = id) throws -> PlanStatus? {
    PlainFrontMatter.status(in: Array(text.utf8), of: try #require(PlanID(id)))
  }

  private static func parsed(_ text: String) throws -> PlanStatus? {
    try Fixtures.read(text, at: ".agent/exec_plans/a/\(id)_a.md").plan?.status
  }

  @Test("Documents as people and tools write them are plain")
  func plain() throws {
    #expect(try Self.glance(Fixtures.handWritten) == .planned)
    #expect(try Self.glance(Fixtures.dumped, "EP-20260402-003") == .active)
    for status in PlanStatus.allCases {
      let text = Fixtures.document(Self.id, ["status": status.rawValue])
      #expect(try Self.glance(text) == status)
      #expect(try Self.glance(text.replacing("\n", with: "\r\n")) == status)
    }
  }

  /// Front matter behind the line of the ID; nothing is read of most of them.
  @Test(
    "Whatever is read is what the parser reads",
    arguments: [
      "status: done", "status: done # closed", "status: \"done\"", "status: 'done'  # x",
      "status:done", "status:  done  ", "status: done#x", "status: Done", "status:", "status: ~",
      "status: done: x", "status: [done]", "status: \"do\\\nne\"", "status: &a done",
      "status: !!str done",
      "status: |\n  done", "status: >-\n  done", "status: done\n  more",
      "status: done\nstatus: active",
      "title: \"a\nstatus: done\"\nstatus: active", "title: 'a\nstatus: done'",
      "title: \"a\" b\nstatus: done",
      "title: it's\nstatus: done", "title: a \"b\" c\nstatus: done", "title: a: b\nstatus: done",
      "title: http://x/y:z\nstatus: done", "title: a\u{2028}status: done\nstatus: active",
      "title: a\rstatus: done\nstatus: active", "title: é\nstatus: done",
      "# status: active\nstatus: done",
      "tags: [a,\n status: done]\nstatus: active", "tags: [a, [b]]\nstatus: done",
      "tags: [\"a, b\"]\nstatus: done",
      "tags: [a, \"b\"] # c\nstatus: done", "tags: []\nstatus: done",
      "tags:\n- a\n- b\nstatus: done",
      "tags:\n  - a\n  - 'b'\nstatus: done", "tags: {a: b}\nstatus: done", "{status: done}",
      "links:\n  pr: \"http://x\"\n  status: active\nstatus: done",
      "links:\n  pr: \"a\n  b\"\nstatus: done",
      "links:\n  pr: |\n    a\nstatus: done", "? status\n: done", "\"status\": done",
      "status : done",
      " status: done", "status: done\n...\nstatus: active", "owner: @a\nstatus: done",
      "<<: x\nstatus: done",
      "- status: done", "x-y: 1\nstatus: done", "a: *b\nstatus: done", "status: done\n\tx: y", "",
    ])
  func same(_ lines: String) throws {
    let text = "---\nid: \(Self.id)\n\(lines)\n---\n\nBody.\n"
    if let status = try Self.glance(text) { #expect(try Self.parsed(text) == status) }
  }

  @Test(
    "What is not this plan's is not read",
    arguments: [
      "", "status: done\n", "---\nstatus: done\n---\n",
      "---\nid: EP-20260117-015\nstatus: done\n---\n",
      "---\nid: EP-20260117-014\nid: EP-20260117-014\nstatus: done\n---\n",
      "\n---\nid: EP-20260117-014\nstatus: done\n---\n", "---\nid: EP-20260117-014\nstatus: done\n",
    ])
  func notThisPlan(_ text: String) throws {
    #expect(try Self.glance(text) == nil)
  }

  @Test(
    "The milestone is the one that the parser reads, or none",
    arguments: [
      ("id: EP-20260117-014/MS001", true), ("id: \"EP-20260117-014/MS001\" # x", true),
      ("execplan_id: EP-20260117-014\nid: EP-20260117-015/MS001", true),
      ("id: EP-20260117-014", false), ("id: [EP-20260117-014/MS001]", false), ("ms: 1", false),
      ("id: EP-20260117-014/MS001\nid: EP-20260117-015/MS001", false),
      ("{id: EP-20260117-014/MS001}", false),
    ])
  func milestones(_ lines: String, isRead: Bool) throws {
    let path = try Fixtures.path(".agent/exec_plans/a/milestones/active/MS001_a.md")
    let text = Array("---\n\(lines)\nstatus: active\n---\n\n# A\n".utf8)
    let milestone = PlainFrontMatter.milestone(in: text)
    #expect((milestone != nil) == isRead)
    if let milestone {
      #expect(MilestoneDocument.read(path: path, bytes: text)?.plan == milestone.plan)
    }
  }
}
