import Markdown
import Plans
import Testing

struct LivingSectionTests {
  private func section(_ heading: String) -> LivingSection? {
    MarkdownOutline(of: Array("## \(heading)\n".utf8)[...]).headings.first
      .flatMap { LivingSection($0) }
  }

  @Test(arguments: [
    "Progress", "PROGRESS", "3. Progress", "3.2) Progress", "Progress:", "Progress Notes",
    "Progress Log", "Progress (UTC)", "Progress / 진행 상황", "진행 상황 / Progress", "`Progress`",
    "**Progress**",
    "✅ Progress", "Progress — Milestone 2", "Progress - part 2", "Progress-Log",
    "Progress: phase 1",
  ])
  func progressIsRecognised(_ heading: String) {
    #expect(section(heading) == .progress)
  }

  @Test(arguments: [
    ("Surprises & Discoveries", LivingSection.surprises), ("surprises and discoveries", .surprises),
    ("Surprises &amp; Discoveries", .surprises), ("Surprises", .surprises),
    ("Decision Log", .decisions), ("Decision Log (continued)", .decisions),
    ("Decisions Made", .decisions), ("Decisions", .decisions),
    ("Outcomes & Retrospective", .outcomes), ("Outcomes and Retrospective:", .outcomes),
    ("7. Outcomes & retrospective", .outcomes), ("Outcomes / Retrospective", .outcomes),
    ("Retrospective", .outcomes),
  ])
  func otherSectionsAreRecognised(_ heading: String, _ expected: LivingSection) {
    #expect(section(heading) == expected)
  }

  @Test(arguments: [
    "In Progress", "Progressive enhancement", "Progress-driven design", "Work in progress",
    "Decision 1",
    "Decision: keep it", "Design Decisions", "Outcomes tab", "Discovery", "Context", "&", "",
  ])
  func otherHeadingsAreNone(_ heading: String) {
    #expect(section(heading) == nil)
  }

  @Test func titlesAreRecognised() {
    for expected in LivingSection.allCases { #expect(section(expected.title) == expected) }
  }
}
