package import GitModel

/// The documents of a work tree or of a commit's tree, for the rules that compare them.
package struct PlanTree: Hashable, Sendable {
  /// A registry as it is and as it should be.
  package struct RegistryFile: Hashable, Sendable {
    package var path: RepositoryPath
    /// What the file should hold; `nil` where documents have errors.
    package var expected: [UInt8]?
    /// What it holds; `nil` where there is none.
    package var current: [UInt8]?

    package init(path: RepositoryPath, expected: [UInt8]?, current: [UInt8]?) {
      self.path = path
      self.expected = expected
      self.current = current
    }

    package var isOutdated: Bool { expected != nil && expected != current }

    package var isCurrent: Bool { expected != nil && expected == current }
  }

  package let layout: PlanLayout
  /// By path.
  package let documents: [PlanDocument.ReadResult]
  /// By path.
  package let milestones: [MilestoneDocument.ReadResult]
  /// Further files in the folders of plans, by path.
  package let others: [RepositoryPath]
  package let registries: [RegistryFile]
  /// Plans on branches, in other work trees, and in whatever else the repository has.
  package let elsewhere: [PlanElsewhere]
  private let owners: MilestoneOwners

  package init(
    layout: PlanLayout = .standard, documents: [PlanDocument.ReadResult],
    milestones: [MilestoneDocument.ReadResult] = [], others: [RepositoryPath] = [],
    registries: [RegistryFile] = [], elsewhere: [PlanElsewhere] = []
  ) {
    self.layout = layout
    self.documents = documents.sorted { $0.path < $1.path }
    self.milestones = milestones.sorted { $0.path < $1.path }
    self.others = others.sorted()
    self.registries = registries
    self.elsewhere = elsewhere
    owners = MilestoneOwners(documents.compactMap(\.plan), layout: layout)
  }

  /// Returns the plan of a milestone, `nil` where nothing tells.
  func owner(of milestone: MilestoneDocument.ReadResult) -> PlanID? { owners.plan(of: milestone) }

  /// The paths of all files.
  package var paths: Set<RepositoryPath> {
    Set(documents.map(\.path) + milestones.map(\.path) + registries.map(\.path))
  }

  /// The documents that could be read.
  package var sources: [ParsedDocument] {
    documents.compactMap(\.source) + milestones.map(\.source)
  }

  /// The IDs of the plans.
  var ids: Set<PlanID> { Set(documents.compactMap { $0.plan?.key.planID }) }
}
