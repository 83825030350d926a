import GitModel

/// The front matter and the file's name of a milestone name different milestones.
struct MilestoneMismatch: DocumentRule {
  let name = "milestone-mismatch"
  let summary = "a milestone's front matter and its file's name agree"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    guard case .milestone(_, let sequence, _)? = document.place,
      let name = MilestoneFileName(document.path.name), let frontMatter = document.frontMatter
    else { return [] }
    var findings: [Finding] = []
    func note(_ key: String, _ message: String) {
      findings.append(finding(in: document, at: document[key], message))
    }
    let recorded = frontMatter.text("id").flatMap { MilestoneID($0) }
    if let recorded, recorded.sequence != sequence {
      note("id", "the milestone \(recorded) is not the file name's number \(sequence)")
    }
    let parent = frontMatter.text("execplan_id").flatMap { PlanID($0) }
    let ownerKey = recorded == nil ? "execplan_id" : "id"
    if let owner = recorded?.plan ?? parent, let named = name.plan, owner != named {
      note(ownerKey, "the milestone belongs to \(owner), and by its file name to \(named)")
    }
    if let recorded, let parent, recorded.plan != parent {
      note("execplan_id", "the plan \(parent) is not the one of the ID \(recorded)")
    } else if parent == nil, let text = frontMatter.text("execplan_id") {
      note("execplan_id", "'\(text)' is no ID of the form EP-YYYYMMDD-NNN")
    }
    if let number = document["ms"], Int(number.recordedText) != sequence {
      note("ms", "the number '\(number.recordedText)' is not the file name's \(sequence)")
    }
    return findings
  }
}
