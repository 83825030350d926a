import Correlation
import GitModel
import GitStore
import Plans

/// What plans recorded at earlier commits.
final class PlanHistory {
  /// A document with a content.
  private struct Document: Hashable {
    let path: RepositoryPath
    let blob: ObjectID
  }

  private let facts: RepositoryFacts
  private let layout: PlanLayout
  private let reader: TreeReader
  /// By documents and their content, which few commits change.
  private var records: [Document: PlanRecord] = [:]
  /// Where the document of a plan was seen last: it seldom moves.
  private var places: [PlanKey: RepositoryPath] = [:]
  /// The documents of the folders of plans that were searched last.
  private var searched: (folders: [ObjectID?], documents: [TreeReader.File])?

  init(_ session: Session, facts: RepositoryFacts) throws(GitError) {
    self.facts = facts
    layout = session.layout
    reader = try TreeReader(session.repository)
  }

  /// Returns the recorded status of each plan that a commit's tree holds.
  func statuses(at commit: CommitIndex) throws(GitError) -> [PlanKey: PlanStatus] {
    var catalog = PlanCatalog(layout: layout)
    try catalog.addPlans(of: facts.graph.trees[commit.position], with: reader)
    var statuses: [PlanKey: PlanStatus] = [:]
    for plan in catalog.plans { statuses[plan.key] = plan.status }
    return statuses
  }

  /// Returns what a plan recorded when a commit was made: before it, or with it where it opens the plan again;
  /// `nil` where the plan recorded nothing or was not there.
  ///
  /// - Complexity: a look-up in two trees, where the document lies where it was seen last.
  func status(of plan: Plan, for commit: CommitIndex) throws(GitError) -> PlanStatus? {
    guard let parent = facts.graph.firstParent(of: commit),
      let before = try record(of: plan.key, near: plan.path, at: parent)?.status
    else { return nil }
    guard before.isClosed,
      let after = try record(of: plan.key, near: plan.path, at: commit)?.status, !after.isClosed
    else { return before }
    return after
  }

  /// Returns the plan that a reference means by what a commit's own tree holds, for a document that is nowhere
  /// now or lies elsewhere: whoever made the commit could name it. Its milestones are not looked for.
  func plan(_ reference: PlanReference, at commit: CommitIndex) throws(GitError) -> Plan? {
    if case .path(let path) = reference {
      guard let blob = try reader.object(at: path, in: facts.graph.trees[commit.position]),
        let record = try record(in: blob, at: path)
      else { return nil }
      return Plan(key: record.key, path: path, title: path.name)
    }
    guard let key = reference.planID.map({ PlanKey.id($0) }),
      try record(of: key, near: nil, at: commit) != nil, let path = places[key]
    else { return nil }
    return Plan(key: key, path: path, title: path.name)
  }

  private func record(
    of key: PlanKey, near path: RepositoryPath?, at commit: CommitIndex
  ) throws(GitError) -> PlanRecord? {
    let tree = facts.graph.trees[commit.position]
    for path in [places[key], path].compactMap(\.self) {
      if let blob = try reader.object(at: path, in: tree),
        let record = try record(in: blob, at: path), record.key == key
      {
        places[key] = path
        return record
      }
    }
    // A document that is known by its path alone is another one elsewhere.
    guard let id = key.planID else { return nil }
    for file in try documents(of: tree) {
      // Only of a name without an ID the front matter is asked.
      if let named = PlanLayout.planID(ofFile: file.path.name), named != id { continue }
      guard let record = try record(in: file.blob, at: file.path), record.key == key else {
        continue
      }
      places[key] = file.path
      return record
    }
    return nil
  }

  private func record(
    in blob: ObjectID, at path: RepositoryPath
  ) throws(GitError) -> PlanRecord? {
    let document = Document(path: path, blob: blob)
    if let known = records[document] { return known }
    guard let bytes = try reader.blob(blob, limit: PlanDocument.sizeLimit) else { return nil }
    let record = PlanRecord(path: path, bytes: bytes, layout: layout)
    records[document] = record
    return record
  }

  /// Returns the plan documents of a tree.
  private func documents(of tree: ObjectID) throws(GitError) -> [TreeReader.File] {
    let roots = layout.roots + layout.documentRoots
    let folders = try roots.map { root throws(GitError) in try reader.object(at: root, in: tree) }
    if let searched, searched.folders == folders { return searched.documents }
    let documents = try reader.files(below: roots, in: tree).filter { file in
      guard file.isRegular else { return false }
      switch layout.classify(file.path) {
      case .plan, .document: return true
      case .milestone, .registry, .otherPlanFile, nil: return false
      }
    }
    searched = (folders, documents)
    return documents
  }
}
