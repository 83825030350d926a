import Plans
import Testing

struct PlanTemplateTests {
  private let template = """
    ---
    id: {{id}}
    title: {{ title }}
    status: planned
    kind: {{kind}}
    domain: {{domain}}
    owner: {{owner}}
    created: {{date}}
    updated: {{date}}
    tags: {{tags}}
    touches: {{touches}}
    risk: {{risk}}
    depends_on: {{depends_on}}
    supersedes: {{supersedes}}
    ---

    # {{title}} ({{id}}, {{tags}}) {{unknown}} {{
    """ + "\n"

  private func values(_ title: String) throws -> PlanTemplate.Values {
    let date = try #require(CalendarDate("2026-01-17"))
    return PlanTemplate.Values(id: "EP-20260117-014", title: title, owner: "@ada", date: date)
  }

  @Test(arguments: [
    "Plain", "It's \"quoted\": a # b", "back\\slash", "{{owner}}", "é \u{1F680} \u{2028} x", "yes",
    "- x",
    "tab\tand\nline",
  ])
  func everyTitleMakesAValidPlan(title: String) throws {
    let text = PlanTemplate.render(template, with: try values(title))
    let result = try Fixtures.read(text, at: ".agent/exec_plans/a/EP-20260117-014_a.md")
    #expect(result.findings.isEmpty)
    #expect(result.plan?.title == title)
    #expect(result.plan?.owner == "@ada")
  }

  @Test func listsAndBodyAreFilledIn() throws {
    var values = try values("T")
    values.tags = ["a", "b: c", "12"]
    values.touches = ["api"]
    values.dependsOn = [try #require(PlanID("EP-20260101-001"))]
    let text = PlanTemplate.render(template, with: values)
    #expect(text.contains("\ntags: [a, \"b: c\", \"12\"]\ntouches: [api]\n"))
    #expect(text.contains("\ndepends_on: [EP-20260101-001]\nsupersedes: []\n"))
    #expect(text.hasSuffix("# T (EP-20260117-014, a, b: c, 12) {{unknown}} {{\n"))
  }

  @Test func quotesOfTheTemplateAreKept() throws {
    var values = try values("It's \"x\"")
    values.milestone = MilestoneID("EP-20260117-014/MS002")
    let text = PlanTemplate.render(
      "---\na: '{{title}}'\nb: \"{{title}}\"\nc: {{ms}}\n---\n", with: values)
    #expect(text == "---\na: 'It''s \"x\"'\nb: \"It's \\\"x\\\"\"\nc: 2\n---\n")
  }
}
