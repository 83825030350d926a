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
    package var source: ParsedDocument

    /// The day of creation, `nil` where the front matter records none that exists.
    package var created: CalendarDate? {
      source["created"].flatMap { RecordedDate($0)?.day }
    }

    /// How many checkboxes are not ticked.
    package var untickedBoxes: Int { source.outline.tasks.count { !$0.isTicked } }

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
    let document = ParsedDocument(path: path, bytes: bytes, layout: layout)
    let frontMatter = document.frontMatter
    let owner =
      frontMatter?.text("id").flatMap { MilestoneID($0)?.plan }
      ?? frontMatter?.text("execplan_id").flatMap { PlanID($0) }
    return ReadResult(
      path: path, plan: owner ?? name.plan, sequence: sequence, planFolder: folder,
      title: frontMatter?.text("title") ?? document.outline.headings.first?.text.nonEmpty
        ?? (name.slug.isEmpty ? path.title : name.slug),
      status: frontMatter?.text("status"), isFiledAway: document.isFiledAway, source: document)
  }
}
