import GitModel
import MessageRules
import Reports
import Testing

@Suite struct PushReportTests {
  private let graph: CommitGraph
  private let ids: [ObjectID]

  /// A line of four commits, the first of which was there before.
  init() {
    ids = (1...4).map { number in
      ObjectID(bytes: [UInt8](repeating: UInt8(number), count: 20)) ?? .zero
    }
    var builder = CommitGraphBuilder()
    for (place, id) in ids.enumerated() {
      builder.add(
        id, tree: .zero, parents: place == 0 ? [] : [ids[place - 1]], committerTime: Int64(place))
    }
    graph = builder.finish().graph
  }

  private func refused(_ place: Int, _ rules: [MessageRule] = [.missingID]) -> JudgedMessage {
    let findings = rules.map { MessageFinding(rule: $0, message: "breaks a rule") }
    return JudgedMessage(
      commit: ids[place], subject: "subject \(place)", judgement: Judgement(.refused(findings)))
  }

  private func warned(_ place: Int) -> JudgedMessage {
    let finding = MessageFinding(rule: .closedPlan, message: "breaks a rule")
    return JudgedMessage(
      commit: ids[place], subject: "subject \(place)",
      judgement: Judgement(.accepted(links: []), warnings: [finding]))
  }

  private func lines(_ found: [JudgedMessage], candidates: [String] = []) -> [String] {
    PushReport(graph: graph, checked: 3, found: found, candidates: candidates)
      .lines(isRefusal: true)
  }

  @Test("All that a person needs, in lines that can be copied")
  func whole() {
    let report = PushReport(
      graph: graph, checked: 3, found: [refused(1), refused(3, [.unknownPlan, .closedPlan])],
      candidates: ["EP-20260101-001", "EP-20260101-002"])
    let hatches = [PushReport.Hint("to skip this", command: "git push --no-verify")]
    #expect(
      report.lines(isRefusal: true, hatches: hatches) == [
        "error: 2 of 3 new commits are refused",
        "  0202020202 subject 1",
        "    breaks a rule [missing-id]",
        "  0404040404 subject 3",
        "    breaks a rule [unknown-plan]",
        "    breaks a rule [closed-plan]",
        "hint: reword them and push again:",
        "  git rebase -i 0101010101",
        "hint: the last line of a message names its plan:",
        "  ExecPlan: EP-20260101-001",
        "hint: or says that there is none:",
        "  ExecPlan: none (reason)",
        "hint: to skip this:",
        "  git push --no-verify",
      ])
    #expect(report.lines(isRefusal: false).first == "warning: 2 of 3 new commits would be refused")
  }

  @Test("The command that changes the commits")
  func remedies() {
    #expect(lines([refused(3)]).contains("  git commit --amend"))
    #expect(lines([refused(2)]).contains("  git rebase -i 0202020202"))
    #expect(lines([refused(0)]).contains("  git rebase -i --root"))
    let fixup = lines([refused(3, [.fixupCommit])])
    #expect(fixup.contains("  git rebase -i --autosquash 0303030303"))
    #expect(!fixup.contains { $0.contains("ExecPlan:") })
    #expect(lines([refused(1)]).contains("  ExecPlan: EP-YYYYMMDD-NNN"))
  }

  @Test("Warnings are shown where there are no errors, and refuse nothing")
  func warnings() {
    let mixed = PushReport(
      graph: graph, checked: 3, found: [warned(1), refused(3)], candidates: [])
    #expect(mixed.hasErrors)
    #expect(mixed.lines(isRefusal: true).first == "error: 1 of 3 new commits is refused")
    #expect(!mixed.lines(isRefusal: true).contains { $0.contains("subject 1") })
    let warnings = PushReport(
      graph: graph, checked: 3, found: [warned(1), warned(2)], candidates: [])
    #expect(!warnings.hasErrors)
    #expect(
      warnings.lines(isRefusal: false).first == "warning: 2 of 3 new commits break a rule")
  }

  @Test("Further commits are counted")
  func many() {
    let many = Array(repeating: refused(1), count: 12)
    #expect(lines(many).contains("  and 2 more"))
    #expect(lines(many).count(where: { $0.contains("subject") }) == 10)
  }
}
