import Correlation
import GitModel
import GitStore
import Plans

/// Reads what messages say in prose and which plan files commits change.
final class WeakEvidenceReader {
  private let session: Session
  private let facts: RepositoryFacts
  private let reader: TreeReader
  /// The documents that are known by their paths, with those they had before.
  private let documents: Set<RepositoryPath>
  /// Those of them that lie in no folder of plans.
  private let scattered: [RepositoryPath]

  init(_ session: Session, facts: RepositoryFacts) throws(GitError) {
    self.session = session
    self.facts = facts
    reader = try TreeReader(session.repository)
    documents = Set(facts.plans.documentPaths)
    scattered = documents.filter { session.layout.classify($0) == nil }
  }

  /// Returns what one commit says; `nil` where it is not there.
  func evidence(of commit: CommitIndex) throws(GitError) -> WeakEvidence? {
    let message = try session.repository.readCommit(facts.graph.id(of: commit)) { _, message in
      String(decoding: message, as: UTF8.self)
    }
    guard let message else { return nil }
    var evidence = WeakEvidence(mentioned: mentions(in: message))
    try addChanges(of: commit, to: &evidence)
    return evidence
  }

  private func mentions(in message: String) -> [PlanReference] {
    var found = PlanID.all(in: message).map(PlanReference.plan)
    guard message.utf8.count < 1 << 20, message.contains(".md") else { return found }
    for word in message.split(whereSeparator: { $0.isWhitespace || "()[]<>`'\",".contains($0) })
    where word.hasSuffix(".md") {
      if let path = RepositoryPath(word), documents.contains(path) { found.append(.path(path)) }
    }
    return found
  }

  private func addChanges(
    of commit: CommitIndex, to evidence: inout WeakEvidence
  ) throws(GitError) {
    let parent = facts.graph.firstParent(of: commit)
    if parent == nil, facts.shallowBorder.contains(commit) { return }
    let old = parent.map { facts.graph.trees[$0.position] }
    let new = facts.graph.trees[commit.position]
    if try !touchesPlans(old, new) { return }
    var before: [PlanReference: Set<ObjectID>] = [:]
    var after: [PlanReference: Set<ObjectID>] = [:]
    for change in try reader.changes(from: old, to: new, limit: 20_000) ?? [] {
      guard let path = RepositoryPath(String(decoding: change.path, as: UTF8.self)) else {
        continue
      }
      guard let plan = plan(of: path) else {
        if session.layout.classify(path) == nil { evidence.changesOthers = true }
        continue
      }
      if let item = change.old { before[plan, default: []].insert(item.id) }
      if let item = change.new { after[plan, default: []].insert(item.id) }
    }
    for plan in Set(before.keys).union(after.keys) {
      let (old, new) = (before[plan] ?? [], after[plan] ?? [])
      // Files that only moved, and a plan that was deleted, tell of no work on it.
      if new.isSubset(of: old) { continue }
      evidence.changed.append(plan)
    }
  }

  /// Whether two trees differ in a folder of plans or in a document that is known by its path.
  private func touchesPlans(_ old: ObjectID?, _ new: ObjectID) throws(GitError) -> Bool {
    for folder in session.layout.roots + session.layout.documentRoots {
      let before = try old.flatMap { tree throws(GitError) in
        try reader.object(at: folder, in: tree)
      }
      if try reader.object(at: folder, in: new) != before { return true }
    }
    for path in scattered {
      let before = try old.flatMap { tree throws(GitError) in try reader.object(at: path, in: tree)
      }
      if try reader.object(at: path, in: new) != before { return true }
    }
    return false
  }

  /// The plan that a file belongs to: its document, or a milestone's.
  private func plan(of path: RepositoryPath) -> PlanReference? {
    switch session.layout.classify(path) {
    case .plan(let id?): .plan(id)
    case .milestone(let id?, _, _): .plan(id.plan)
    default: documents.contains(path) ? .path(path) : nil
    }
  }
}
