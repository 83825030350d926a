import GitModel
import GitStore
import Plans
import WorkTree

/// Finds the milestones of a plan that other places than the work tree hold: branches, local and
/// remote-tracking, and the other work trees of the repository.
///
/// No document is opened there: a milestone whose file does not name its plan belongs to the plan of its
/// folder.
struct MilestoneSequences {
  private let session: Session
  private let plan: PlanID
  private var sequences: Set<Int> = []

  /// Returns the numbers in use elsewhere.
  static func elsewhere(of plan: PlanID, _ session: Session) throws -> Set<Int> {
    var search = MilestoneSequences(session: session, plan: plan)
    try search.addWorkTrees()
    try search.addCommits()
    return search.sequences
  }

  private init(session: Session, plan: PlanID) {
    self.session = session
    self.plan = plan
  }

  private mutating func addWorkTrees() throws {
    for place in try session.repository.otherWorkTrees() {
      // The folder of a linked work tree may have been removed.
      guard let files = try? WorkFiles(root: place.root) else { continue }
      add(try session.layout.roots.flatMap { try files.files(below: $0) })
    }
  }

  private mutating func addCommits() throws {
    let repository = session.repository
    let reader = try TreeReader(repository)
    var commits = try repository.branches().map(\.head)
    if let commit = try repository.head().commit { commits.append(commit) }
    var seen: Set<[ObjectID?]> = []
    for commit in Set(commits) {
      guard let tree = try repository.readCommit(commit, { commit, _ in commit.tree }) else {
        continue
      }
      let folders = try session.layout.roots.map { root throws(GitError) in
        try reader.object(at: root, in: tree)
      }
      guard seen.insert(folders).inserted else { continue }
      add(try reader.files(below: session.layout.roots, in: tree).map(\.path))
    }
  }

  private mutating func add(_ paths: [RepositoryPath]) {
    var owners: [RepositoryPath: Set<PlanID>] = [:]
    var milestones: [(named: PlanID?, sequence: Int, folder: RepositoryPath)] = []
    for path in paths {
      switch session.layout.classify(path) {
      case .plan(let id?):
        if let folder = session.layout.planFolder(of: path) {
          owners[folder, default: []].insert(id)
        }
      case .milestone(let id, let sequence, let folder):
        milestones.append((id?.plan, sequence, folder))
      default: continue
      }
    }
    for milestone in milestones {
      // In a folder that several plans share, the number is left free rather than used twice.
      let isOwn =
        milestone.named.map { $0 == plan } ?? owners[milestone.folder]?.contains(plan) ?? false
      if isOwn { sequences.insert(milestone.sequence) }
    }
  }
}
