package import GitModel
import Markdown
import YAML

/// Reads milestone documents.
package enum MilestoneDocument {
  /// What a document holds.
  package struct ReadResult: Hashable, Sendable {
    package var path: RepositoryPath
    /// The plan that the front matter or, where it names none, the file's name belongs to; `nil` where the
    /// folder alone tells.
    package var plan: PlanID?
    package var sequence: Int
    /// The folder that holds the plan.
    package var planFolder: RepositoryPath
    /// The front matter's title, else the body's first heading, else the file's slug.
    package var title: String
    /// The status as the front matter spells it, `nil` without one.
    package var status: String?
    package var isFiledAway: Bool
    package var findings: [Finding]

    /// Returns the milestone of `plan`.
    package func milestone(of plan: PlanID) -> Milestone {
      Milestone(
        id: MilestoneID(plan: plan, sequence: sequence), path: path, title: title, status: status,
        isFiledAway: isFiledAway)
    }
  }

  /// Reads a document; `nil` where the path is not that of a milestone.
  package static func read(
    path: RepositoryPath, bytes: [UInt8], layout: PlanLayout = .standard
  ) -> ReadResult? {
    guard case .milestone(_, let sequence, let folder)? = layout.classify(path),
      let name = MilestoneFileName(path.name)
    else { return nil }
    var findings: [Finding] = []
    var document: FrontMatterDocument?
    do throws(FrontMatterError) {
      document = try FrontMatterDocument(bytes)
    } catch {
      findings.append(
        Finding(
          path: path, line: error.line, column: error.column, severity: .warning, rule: error.rule,
          message: error.message))
    }
    func warn(_ key: String, _ message: String) {
      let start = document?[key]?.range.start
      findings.append(
        Finding(
          path: path, line: start?.line ?? 1, column: start?.column ?? 1, severity: .warning,
          rule: "milestone-mismatch", message: message))
    }

    let recorded = document?.text("id").flatMap { MilestoneID($0) }
    if let recorded, recorded.sequence != sequence {
      warn("id", "the milestone \(recorded) is not the file name's number \(sequence)")
    }
    let owner = recorded?.plan ?? document?.text("execplan_id").flatMap { PlanID($0) }
    if let owner, let named = name.plan, owner != named {
      warn("id", "the milestone belongs to \(owner), and by its file name to \(named)")
    }
    // The location is the folder right below `milestones`.
    let below = path.components.dropFirst(folder.components.count + 1)
    return ReadResult(
      path: path, plan: owner ?? name.plan, sequence: sequence, planFolder: folder,
      title: document?.text("title") ?? PlanBody.outline(of: bytes).headings.first?.text.nonEmpty
        ?? (name.slug.isEmpty ? path.title : name.slug),
      status: document?.text("status"), isFiledAway: below.first != "active", findings: findings)
  }
}
