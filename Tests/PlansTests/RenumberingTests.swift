import GitModel
import Plans
import Testing

struct RenumberingTests {
  private let renumbering: Renumbering

  init() throws {
    renumbering = Renumbering(
      from: try #require(PlanID("EP-20260101-001")), to: try #require(PlanID("EP-20260101-007")))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func aPlanGetsTheIDInFrontMatterAndWhereItsTextNamesIt() throws {
    let plan = """
      ---
      id: "EP-20260101-001"  # EP-20260101-001
      title: 'Not EP-20260101-001'
      depends_on: [EP-20260101-001]
      ---

      # EP-20260101-001: a plan

          git execplan start EP-20260101-001/MS002
          src/XEP-20260101-001 EP-20260101-0012 EP-20260101-001_a.md éEP-20260101-001
      """
    let expected = """
      ---
      id: "EP-20260101-007"  # EP-20260101-001
      title: 'Not EP-20260101-001'
      depends_on: [EP-20260101-001]
      ---

      # EP-20260101-007: a plan

          git execplan start EP-20260101-007/MS002
          src/XEP-20260101-001 EP-20260101-0012 EP-20260101-007_a.md éEP-20260101-001
      """
    let bytes = Array(plan.utf8)
    #expect(text(try renumbering.plan(bytes)) == expected)
    #expect(renumbering.mentions(in: bytes) == 3)
    #expect(try renumbering.plan(renumbering.plan(bytes)) == Array(expected.utf8))
  }

  @Test func bytesThatAreNoTextStay() throws {
    let plan = Array("\u{FEFF}---\r\nid: EP-20260101-001\r\n---\r\n".utf8) + [0xFF, 0x20]
    let edited = try renumbering.plan(plan + Array("EP-20260101-001".utf8))
    #expect(
      edited == Array("\u{FEFF}---\r\nid: EP-20260101-007\r\n---\r\n".utf8) + [0xFF, 0x20]
        + Array("EP-20260101-007".utf8))
  }

  @Test func aDocumentWithoutFrontMatterIsAllText() throws {
    #expect(
      text(try renumbering.plan(Array("# EP-20260101-001\n".utf8))) == "# EP-20260101-007\n")
  }

  @Test func aMilestoneFollowsItsPlan() throws {
    let milestone = "---\nid: 'EP-20260101-001/MS012'\nexecplan_id: EP-20260101-001\nms: 12\n---\n"
    #expect(
      text(try renumbering.milestone(Array(milestone.utf8)))
        == "---\nid: 'EP-20260101-007/MS012'\nexecplan_id: EP-20260101-007\nms: 12\n---\n")
    let foreign = Array("---\nid: EP-20260101-002/MS001\n---\n".utf8)
    #expect(try renumbering.milestone(foreign) == foreign)
  }

  @Test func referencesOfOtherPlansKeepTheirStyle() throws {
    let plan = """
      ---
      depends_on:
      - 'EP-20260101-001'  # first
      - EP-20260101-002
      supersedes: ["EP-20260101-001"]
      ---
      EP-20260101-001
      """
    #expect(
      text(try renumbering.references(of: ["depends_on"], in: Array(plan.utf8)))
        == plan.replacing("- 'EP-20260101-001'", with: "- 'EP-20260101-007'"))
    #expect(
      text(try renumbering.references(of: ["supersedes"], in: Array(plan.utf8)))
        == plan.replacing("[\"EP-20260101-001\"]", with: "[\"EP-20260101-007\"]"))
  }

  @Test(arguments: ["---\nid: [EP-20260101-001\n---\n", "---\nid: &a EP-20260101-001\n---\n"])
  func frontMatterThatCannotBeEditedIsAnError(plan: String) {
    #expect(throws: FrontMatterEditError.self) { try renumbering.plan(Array(plan.utf8)) }
  }

  @Test(arguments: [
    ("EP-20260101-001_a.md", "EP-20260101-007_a.md"), ("EP-20260101-001", "EP-20260101-007"),
    ("EP-20260101-001_MS001_x.md", "EP-20260101-007_MS001_x.md"),
    ("EP-20260101-0012.md", "EP-20260101-0012.md"), ("MS001_x.md", "MS001_x.md"),
    ("EP-20260101-002_a.md", "EP-20260101-002_a.md"), ("a", "a"),
  ])
  func names(name: String, expected: String) { #expect(renumbering.name(name) == expected) }
}
