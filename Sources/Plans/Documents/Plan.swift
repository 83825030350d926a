package import GitModel

/// A plan as its document describes it. Values that the format does not know are left out here and
/// reported by validation; nothing is lost, since edits are made in the document's own bytes.
package struct Plan: Hashable, Sendable {
  package var key: PlanKey
  /// Where the document is, relative to the repository's root.
  package var path: RepositoryPath
  /// The front matter's title, else the body's first heading, else the file's name.
  package var title: String
  /// What the document records, `nil` where it records none or a word the format does not know.
  package var status: PlanStatus?
  package var kind: String?
  package var domain: String?
  package var owner: String?
  package var created: CalendarDate?
  package var updated: CalendarDate?
  package var tags: [String] = []
  package var touches: [String] = []
  package var risk: String?
  package var breaking: Bool?
  package var migration: Bool?
  /// The `links` map in the order of the document.
  package var links: [PlanLink] = []
  package var dependsOn: [PlanID] = []
  package var supersedes: [PlanID] = []
  /// The milestone documents beside the plan, by ID.
  package var milestones: [Milestone] = []
  /// The checkboxes of the plan's Progress section.
  package var progress: ProgressCount = ProgressCount(ticked: 0, unticked: 0)

  package init(key: PlanKey, path: RepositoryPath, title: String) {
    self.key = key
    self.path = path
    self.title = title
  }

  /// The value of `links.pr`, empty where there is none.
  package var pullRequestLink: String { links.first { $0.key == "pr" }?.value ?? "" }
}

/// One entry of a plan's `links` map.
package struct PlanLink: Hashable, Sendable {
  package var key: String
  /// The value, empty where the link is empty.
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// How many checkboxes of a Progress section are ticked, and how many are not.
package struct ProgressCount: Hashable, Sendable {
  package var ticked: Int
  package var unticked: Int

  package init(ticked: Int, unticked: Int) {
    self.ticked = ticked
    self.unticked = unticked
  }
}
