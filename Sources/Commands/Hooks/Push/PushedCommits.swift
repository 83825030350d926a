import GitModel
import GitStore
import MessageRules
import Plans

/// The commits that a push brings, all references together.
struct PushedCommits {
  /// Holds the new commits and their parents; what lies before these is left out.
  let graph: CommitGraph
  /// The new commits, parents before children.
  let commits: [CommitIndex]
  /// What their notes say of plans.
  let notes: [CommitIndex: PlanNote]
  /// The plans that their messages and notes name by ID.
  let namedPlans: Set<PlanID>
  /// The documents that these name.
  let namedPaths: Set<RepositoryPath>

  /// Reads the commits that `tips` reach and nothing of `known` does.
  ///
  /// - Parameter noteHistory: The newest commit of the notes that hold links; `nil` without notes.
  init(
    _ session: Session, tips: [ObjectID], known: [ObjectID], noteHistory: ObjectID?,
    since beginning: PushSettings.Beginning?
  ) throws {
    var known = known
    var earliest = Int64.min
    switch beginning {
    case .commit(let commit): known.append(commit)
    case .time(let time): earliest = time
    case nil: break
    }
    let ids = try GitProgram(environment: session.environment.variables)
      .commits(from: tips, excluding: known, in: session.directory)
    var builder = CommitGraphBuilder()
    var old: Set<Int> = []
    var missing: Set<ObjectID> = []
    var notes: [Int: PlanNote] = [:]
    let noteBlobs = try noteHistory.map { try session.repository.noteBlobs(of: $0) } ?? [:]
    let reader = try TreeReader(session.repository)
    var plans: Set<PlanID> = []
    var paths: Set<RepositoryPath> = []
    func add(_ references: [PlanReference]) {
      for reference in references {
        if let plan = reference.planID { plans.insert(plan) }
        if case .path(let path) = reference { paths.insert(path) }
      }
    }
    let new = Set(ids)
    for id in ids {
      if let blob = noteBlobs[id],
        let text = try reader.blob(blob, limit: FactsGatherer.noteLimit)
      {
        let note = PlanNote(note: text)
        notes[builder.count] = note
        add(note.references)
      }
      let isBorder = session.repository.shallowCommits.contains(id)
      let isThere: Void? = try session.repository.readCommit(id) { commit, message in
        if Int64(commit.committerTime) < earliest { old.insert(builder.count) }
        let parents = isBorder ? [] : commit.parents
        builder.add(
          id, tree: commit.tree, parents: parents, committerTime: Int64(commit.committerTime))
        missing.formUnion(parents.filter { !new.contains($0) })
        add(MessageReferences(of: message)?.references ?? [])
      }
      guard isThere != nil else {
        throw GitError(
          code: .notFound, attempt: "read the commit \(id)", reason: "the repository lacks it")
      }
    }
    // The parents are there for their trees: what plans recorded when a commit was made.
    for id in missing {
      try session.repository.readCommit(id) { commit, _ in
        builder.add(id, tree: commit.tree, parents: [], committerTime: Int64(commit.committerTime))
      }
    }
    let (graph, places) = builder.finish()
    self.graph = graph
    commits = ids.indices.filter { !old.contains($0) }.map { places[$0] }.sorted()
    self.notes = Dictionary(
      notes.map { (places[$0.key], $0.value) }, uniquingKeysWith: { first, _ in first })
    namedPlans = plans
    namedPaths = paths
  }
}
