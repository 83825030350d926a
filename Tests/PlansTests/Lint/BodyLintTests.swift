import GitModel
import Plans
import Testing

/// Rules about the text of plans.
struct BodyLintTests {
  private static let path = ".agent/exec_plans/cache/EP-20260117-014_cache.md"

  private static let frontMatter = """
    ---
    id: EP-20260117-014
    title: A
    status: active
    kind: feature
    domain: backend
    owner: "@ada"
    created: 2026-01-17
    updated: 2026-01-17
    ---


    """

  /// The sections but Progress.
  private static let rest = """
    ## Surprises & Discoveries

    ## Decision Log

    ## Outcomes & Retrospective

    """

  /// Expects the findings that a body's marks name, and no others.
  private func expect(
    _ marked: String, status: String = "active", at path: String = BodyLintTests.path,
    levels: [String: LintLevel] = [:], layout: PlanLayout = .standard,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(
      Self.frontMatter.replacing("status: active", with: "status: \(status)") + marked)
    let document = ParsedDocument(
      path: try Fixtures.path(path), bytes: Array(text.text.utf8), layout: layout)
    let findings = Linter(levels: LintLevels(levels)).findings(in: document)
    #expect(
      MarkedText.describe(findings) == text.expected, "\(findings.map(\.message))",
      sourceLocation: sourceLocation)
  }

  @Test func aGoodPlanHasNoFindings() throws {
    try expect("# A\n\n## Progress\n\n- [x] a\n\n### Later\n\n1. [ ] b\n\n\(Self.rest)")
  }

  @Test(arguments: [
    ("## Progress\n\n- [x] a", "## Decisions\n\n## Surprises\n\n## Retrospective"),
    (
      "### 1. PROGRESS LOG:\n\n- [x] a",
      "## Surprises and discoveries\n\n## Decision Log (new)\n\n## Outcomes"
    ),
    (
      "# Progress / 진행 상황\n\n* [x] a",
      "# Discoveries\n\n# Decision Record\n\n# Outcomes & retrospective"
    ),
  ])
  func sectionsMayBeCalledOtherwise(progress: String, others: String) throws {
    try expect("# A\n\n\(progress)\n\n\(others)\n")
  }

  @Test func missingSectionsAreNamed() throws {
    try expect("«!missing-section»# A\n\n## Progress\n\n- [x] a\n")
    try expect("«missing-heading»«!missing-section»Text.\n")
    try expect("«!missing-section»# A\n\n\(Self.rest)")
    // A heading in code is none.
    try expect("«!missing-section»# A\n\n```\n## Progress\n```\n\n\(Self.rest)")
  }

  @Test func aHeadingOfTheFirstLevelComesFirst() throws {
    try expect("«missing-heading»## Progress\n\n- [x] a\n\n\(Self.rest)")
    try expect("Text.\n\nA\n=\n\n## Progress\n\n- [x] a\n\n\(Self.rest)")
  }

  @Test func sectionsStandOnce() throws {
    try expect(
      "# A\n\n## Progress\n\n- [x] a\n\n\(Self.rest)\n«duplicate-section»## Decision Log (continued)\n"
    )
    // One below a milestone belongs to that.
    try expect("# A\n\n## Progress\n\n- [x] a\n\n\(Self.rest)\n## Milestone\n\n### Decisions\n")
  }

  @Test func progressHasCheckboxes() throws {
    try expect("# A\n\n«missing-checkbox»## Progress\n\n- a\n\n\(Self.rest)")
    try expect("# A\n\n## Progress\n\n### One\n\n> - [ ] a\n\n\(Self.rest)")
  }

  @Test func checkboxesStandInProgressOnly() throws {
    try expect(
      """
      # A

      - «checkbox-outside-progress»[ ] one
      - [ ] two

      ## Progress

      - [x] a

      \(Self.rest)
      ## Plan

      1. «checkbox-outside-progress»[ ] three

      ### Steps

      - b
        - «checkbox-outside-progress»[x] four

      ```
      - [ ] five
      ```

      """)
    // Where there is no Progress, that is the finding.
    try expect("«!missing-section»# A\n\n- [ ] one\n\n\(Self.rest)")
  }

  @Test func plansThatAreDoneHaveNoOpenCheckbox() throws {
    let body = "# A\n\n## Progress\n\n- [x] a\n- %[ ] b\n- [ ] c\n\n\(Self.rest)"
    try expect(body.replacing("%", with: "«unticked-checkbox»"), status: "done")
    for status in ["active", "paused", "planned"] {
      try expect(body.replacing("%", with: ""), status: status)
    }
  }

  @Test func oddMarksAreTold() throws {
    try expect(
      """
      # A

      ## Progress

      - [x] a
      - «odd-mark»[~] b
      - «odd-mark»[] c
      * «odd-mark»[ x ] d
      + «odd-mark»[✅] e
      - «odd-mark»[X] f
      - «odd-mark»[x]g
      - «odd-mark»[ ]
      - [1] h
      - [WIP] i
      - [k](l)

      \(Self.rest)
      """)
  }

  @Test func blankLinesFollowHeadings() throws {
    try expect(
      "«blank-after-heading»# A\ntext\n\n## Progress\n\n- [x] a\n\n«blank-after-heading»B\n-\n- c\n\n\(Self.rest)"
    )
    try expect("# A\n   \n## Progress\n\n- [x] a\n\n\(Self.rest)\n# End")
  }

  @Test func theEnvelopeIsForFilesThatHoldMore() throws {
    let plan = "# A\n\n## Progress\n\n- [x] a\n\n\(Self.rest)"
    try expect("\n«envelope»```md\n\(plan)```\n\n")
    try expect("Before.\n\n```md\n\(plan)```\n\nAfter.\n")
    try expect("````markdown\n\(plan)\n```\nb\n```\n````\nAfter.\n")
  }

  @Test func fencesAreClosed() throws {
    let plan = "# A\n\n## Progress\n\n- [x] a\n\n\(Self.rest)"
    try expect(plan + "\n«!unclosed-fence»```sh\nls\n")
    try expect(plan + "\n- «!unclosed-fence»~~~\n  ls\n")
    try expect("«!unclosed-fence»```md\n\(plan)\n```sh\nls\n```\n\nText.\n\n```\n")
  }

  @Test func codeFencesAreToldOnRequest() throws {
    let body = "# A\n\n## Progress\n\n- [x] a\n\n\(Self.rest)\n%```sh\nls\n```\n\n    ls\n"
    try expect(body.replacing("%", with: ""))
    try expect(body.replacing("%", with: "«code-fence»"), levels: ["code-fence": .warn])
  }

  @Test func otherDocumentsAreAskedWhereTheyLookLikePlans() throws {
    let layout = PlanLayout(documentRoots: [try Fixtures.path("docs/plans")])
    func expect(_ marked: String) throws {
      let text = MarkedText(marked)
      let document = ParsedDocument(
        path: try Fixtures.path("docs/plans/1-a.md"), bytes: Array(text.text.utf8), layout: layout)
      #expect(MarkedText.describe(Linter().findings(in: document)) == text.expected)
    }
    try expect("## Notes\ntext\n- [ ] a\n")
    try expect("## Progress\ntext\n- [ ] a\n")
    try expect(
      "«blank-after-heading»«missing-section»# A\ntext\n\n## Progress\n\n- [x] a\n\n## Decision Log\n"
    )
  }
}
