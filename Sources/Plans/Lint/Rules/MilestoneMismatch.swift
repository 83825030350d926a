import GitModel

/// The front matter and the file's name of a milestone name different milestones.
struct MilestoneMismatch: DocumentRule {
  let name = "milestone-mismatch"
  let summary = "a milestone's ID is that of its file's name"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard case .milestone(_, let sequence, _)? = document.place,
      let name = MilestoneFileName(document.path.name)
    else { return [] }
    var findings: [Finding] = []
    let recorded = document.frontMatter?.text("id").flatMap { MilestoneID($0) }
    if let recorded, recorded.sequence != sequence {
      findings.append(
        finding(
          in: document, at: document["id"],
          "the milestone \(recorded) is not the file name's number \(sequence)"))
    }
    let owner = recorded?.plan ?? document.frontMatter?.text("execplan_id").flatMap { PlanID($0) }
    if let owner, let named = name.plan, owner != named {
      findings.append(
        finding(
          in: document, at: document[recorded == nil ? "execplan_id" : "id"],
          "the milestone belongs to \(owner), and by its file name to \(named)"))
    }
    return findings
  }
}
