import WorkTree
import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import SystemPackage

/// The plans of the work tree, read as far as a hook needs them.
struct HookPlans {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Returns the plans that a message names, with their milestones. Other documents are not read.
  func named(in message: [UInt8]) throws -> [PlanKey: KnownPlan] {
    guard let files = session.files, let found = MessageReferences(of: message) else { return [:] }
    var catalog = PlanCatalog(layout: session.layout)
    for case .path(let path) in found.references {
      if let bytes = try? files.read(path, limit: PlanCatalog.documentLimit) {
        catalog.add(path, bytes)
      }
    }
    let ids = Set(found.references.compactMap(\.planID))
    if !ids.isEmpty { try catalog.addPlans(ids, of: files) }
    return Dictionary(catalog.plans.map { ($0.key, KnownPlan($0)) }) { first, _ in first }
  }

  /// Returns the plans whose documents are all that the commit at hand changes.
  func upkeep() throws -> [PlanKey] {
    guard let files = session.files else { return [] }
    let index = session.environment.variables["GIT_INDEX_FILE"]
      .map { session.environment.directory.pushing(FilePath($0)) }
    guard let paths = try session.repository.stagedPaths(index: index), !paths.isEmpty else {
      return []
    }
    let selection = PathSelection(session.layout.roots + session.layout.documentRoots)
    guard paths.allSatisfy(selection.contains) else { return [] }
    let catalog = try PlanCatalog(files: files, layout: session.layout)
    return UpkeepPlans(directory: .init(plans: catalog.plans), layout: session.layout)
      .plans(of: paths.map(\.description))
  }

  /// Returns the plans that a person may mean: the branch's own first, then those that changed last.
  func open() throws -> [Plan] {
    guard let files = session.files else { return [] }
    let own = try BranchPlan(session)?.plans ?? []
    return try PlanCatalog(files: files, layout: session.layout).plans
      .filter { $0.status != .done && $0.status != .archived && $0.key.planID != nil }
      .sorted { left, right in
        if own.contains(left.key) != own.contains(right.key) { return own.contains(left.key) }
        let dates = (left.updated ?? .first, right.updated ?? .first)
        return dates.0 != dates.1 ? dates.0 > dates.1 : left.key > right.key
      }
  }
}
