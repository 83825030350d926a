import Correlation
import GitModel
import GitStore
import Plans

/// The plans that pushed commits may name: those of the pushed trees, and those of other branches.
struct PushedPlans {
  private let session: Session
  private let reader: TreeReader
  /// By key. What several trees hold of a plan is taken together.
  private var found: [PlanKey: Plan] = [:]

  init(_ session: Session) throws {
    self.session = session
    reader = try TreeReader(session.repository)
  }

  /// The plans found so far.
  var directory: PlanDirectory { PlanDirectory(plans: Array(found.values)) }

  /// Reads what the commits name, and no other document: a push of which all is fine costs the same with a
  /// thousand plans.
  mutating func addNamed(by pushed: PushedCommits, inTreesOf commits: [ObjectID]) throws {
    for tree in try distinctTrees(of: commits) {
      var catalog = PlanCatalog(layout: session.layout)
      try catalog.addPlans(pushed.namedPlans, of: tree, with: reader)
      add(catalog, named: pushed.namedPaths, tree: tree)
    }
  }

  /// Reads all plans of the trees.
  mutating func addAll(namedBy pushed: PushedCommits, inTreesOf commits: [ObjectID]) throws {
    for tree in try distinctTrees(of: commits) {
      var catalog = PlanCatalog(layout: session.layout)
      try catalog.addPlans(of: tree, with: reader)
      add(catalog, named: pushed.namedPaths, tree: tree)
    }
  }

  /// Takes over what a catalog holds, and the documents that lie elsewhere in its tree.
  private mutating func add(
    _ catalog: PlanCatalog, named paths: Set<RepositoryPath>, tree: ObjectID
  ) {
    var catalog = catalog
    for path in paths where !catalog.documents.contains(where: { $0.path == path }) {
      // What cannot be read there is no plan.
      guard let blob = try? reader.object(at: path, in: tree),
        let bytes = try? reader.blob(blob, limit: PlanDocument.sizeLimit)
      else { continue }
      catalog.add(path, bytes)
    }
    for plan in catalog.plans {
      guard var known = found[plan.key] else {
        found[plan.key] = plan
        continue
      }
      let ids = Set(known.milestones.map(\.id))
      known.milestones += plan.milestones.filter { !ids.contains($0.id) }
      found[plan.key] = known
    }
  }

  /// Returns the trees of commits; of those that hold the same plans, one.
  private func distinctTrees(of commits: [ObjectID]) throws -> [ObjectID] {
    var seen: Set<[ObjectID?]> = []
    var trees: [ObjectID] = []
    for commit in Set(commits).sorted() {
      guard
        let tree = try session.repository.readCommit(commit, { commit, _ in commit.tree })
      else { continue }
      let folders = try (session.layout.roots + session.layout.documentRoots).map {
        try reader.object(at: $0, in: tree)
      }
      if seen.insert(folders).inserted { trees.append(tree) }
    }
    return trees
  }
}
