import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import SystemPackage
import WorkTree

/// The plans of the work tree, read as far as a hook needs them.
struct HookPlans {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Returns the plans that a message names, with their milestones. Other documents are not read.
  ///
  /// - Parameter everywhere: Whether plans that the work tree lacks (a sparse checkout, a plan of another
  ///   branch) are looked for on HEAD and on every branch.
  func named(
    in message: [UInt8], everywhere: Bool = false
  ) throws -> [PlanKey: KnownPlan] {
    guard let found = MessageReferences(of: message) else { return [:] }
    var catalog = PlanCatalog(layout: session.layout)
    let ids = Set(found.references.compactMap(\.planID))
    let paths = found.references.compactMap { reference -> RepositoryPath? in
      if case .path(let path) = reference { path } else { nil }
    }
    if let files = session.files {
      for path in paths {
        if let bytes = try? files.read(path, limit: PlanCatalog.documentLimit) {
          catalog.add(path, bytes)
        }
      }
      if !ids.isEmpty { try catalog.addPlans(ids, of: files) }
    }
    if everywhere {
      var heads = try session.repository.branches().map(\.head)
      if let commit = try session.repository.head().commit { heads.insert(commit, at: 0) }
      try PlanTreeSearch(session).add(ids, at: paths, of: heads, to: &catalog)
    }
    return Dictionary(catalog.plans.map { ($0.key, KnownPlan($0)) }) { first, _ in first }
  }

  /// What the commit at hand is, apart from its message.
  struct Change {
    /// The plans whose documents are all that it changes.
    let upkeep: [PlanKey]
    /// Whether it is, or rewords, a commit without parents.
    let isRoot: Bool
  }

  /// Returns what the commit at hand changes. With nothing staged it rewords HEAD.
  func change() throws -> Change {
    let repository = session.repository
    let index = session.environment.variables["GIT_INDEX_FILE"]
      .map { session.environment.directory.pushing(FilePath($0)) }
    guard let files = session.files, var paths = try repository.stagedPaths(index: index) else {
      return Change(upkeep: [], isRoot: false)
    }
    var isRoot = false
    if paths.isEmpty, let head = try repository.head().commit,
      let commit = try repository.readCommit(head, { commit, _ in commit })
    {
      isRoot = commit.parents.isEmpty
      let before = try commit.parents.first.flatMap { parent throws(GitError) in
        try repository.readCommit(parent) { commit, _ in commit.tree }
      }
      paths = try repository.changes(from: before, to: commit.tree)
        .flatMap { [$0.oldPath, $0.newPath] }.compactMap { RepositoryPath($0) }
    }
    let selection = PathSelection(session.layout.roots + session.layout.documentRoots)
    guard !paths.isEmpty, paths.allSatisfy(selection.contains) else {
      return Change(upkeep: [], isRoot: isRoot)
    }
    let catalog = try PlanCatalog(files: files, layout: session.layout)
    let upkeep = UpkeepPlans(directory: .init(plans: catalog.plans), layout: session.layout)
      .plans(of: paths.map(\.description))
    return Change(upkeep: upkeep, isRoot: isRoot)
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
