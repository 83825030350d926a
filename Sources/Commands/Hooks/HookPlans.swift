import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import QuickHooks
import SystemPackage
import WorkTree

/// The plans of the work tree, read as far as a hook needs them.
struct HookPlans {
  private let run: HookRun

  init(_ run: HookRun) { self.run = run }

  /// Returns the plans that messages name, with the milestones where they name some. Other documents are not
  /// read.
  ///
  /// - Parameter everywhere: Whether plans that the work tree lacks (a sparse checkout, a plan of another
  ///   branch) are looked for on HEAD and on every branch.
  func named(
    in messages: [[UInt8]], everywhere: Bool = false
  ) throws -> [PlanKey: KnownPlan] {
    let references = messages.flatMap { MessageReferences(of: $0)?.references ?? [] }
    if references.isEmpty { return [:] }
    var catalog = PlanCatalog(layout: run.layout)
    let ids = Set(references.compactMap(\.planID))
    let paths = references.compactMap { reference -> RepositoryPath? in
      if case .path(let path) = reference { path } else { nil }
    }
    if let files = run.files {
      for path in paths {
        if let bytes = try? files.read(path, limit: PlanDocument.sizeLimit) {
          catalog.add(path, bytes)
        }
      }
      let finder = PlanFinder(files: files, layout: run.layout)
      for document in try finder.documents(of: Array(ids)) {
        catalog.add(document.path, document.bytes)
      }
      let owners = Set(references.compactMap(Self.ownerOfMilestone))
      if !owners.isEmpty { try finder.addMilestones(of: owners, to: &catalog) }
    }
    if everywhere {
      let session = run.session
      var heads = try session.repository.branches().map(\.head)
      if let commit = try session.repository.head().commit { heads.insert(commit, at: 0) }
      try PlanTreeSearch(session).add(ids, at: paths, of: heads, to: &catalog)
    }
    return Dictionary(catalog.plans.map { ($0.key, KnownPlan($0)) }) { first, _ in first }
  }

  /// Returns plans as the commit at hand finds them. One that is closed in the work tree is open where a
  /// commit before has it open or lacks it: this commit may be what closes it.
  ///
  /// - Parameter parents: The commits after which the commit at hand may come; none where it has no parent.
  func found(
    _ plans: [PlanKey: KnownPlan], after parents: [ObjectID]
  ) throws -> [PlanKey: KnownPlan] {
    let closed = plans.filter(\.value.isClosed)
    var found = plans
    if parents.isEmpty {
      for key in closed.keys { found[key]?.status = nil }
    }
    for parent in parents where !closed.isEmpty {
      var catalog = PlanCatalog(layout: run.layout)
      try PlanTreeSearch(run.session).add(
        Set(closed.keys.compactMap(\.planID)), at: closed.values.compactMap(\.path),
        of: [parent], to: &catalog)
      let before = Dictionary(catalog.plans.map { ($0.key, KnownPlan($0)) }) { first, _ in first }
      for key in closed.keys where before[key]?.isClosed != true {
        found[key]?.status = before[key]?.status
      }
    }
    return found
  }

  /// Returns the plans whose documents are all that some paths are; `nil` where others are among them.
  func upkeep(_ paths: [RepositoryPath]) throws -> [Plan]? {
    let selection = PathSelection(run.layout.roots + run.layout.documentRoots)
    guard let files = run.files, !paths.isEmpty, paths.allSatisfy(selection.contains) else {
      return nil
    }
    var catalog = PlanCatalog(layout: run.layout)
    try PlanFinder(files: files, layout: run.layout).addPlans(of: paths, to: &catalog)
    let keys = UpkeepPlans(directory: .init(plans: catalog.plans), layout: run.layout)
      .plans(of: paths.map(\.description))
    return catalog.plans.filter { keys.contains($0.key) }
  }

  private static func ownerOfMilestone(_ reference: PlanReference) -> PlanID? {
    if case .milestone(let id) = reference { id.plan } else { nil }
  }
}
