import GitModel
import GitStore
import Plans

/// Follows documents back through the commits that HEAD reaches, all of them in one pass.
///
/// A document is followed as `git log --follow` does it: to the parent that has it unchanged, if one has,
/// else to the first parent where something stands in its place. What moved is found by its ID, and where
/// that changed by its slug or its title, among the documents that went away in the same commit.
final class DocumentHistoryReader {
  /// After so many commits the pass ends; what is older is not told.
  private static let commitLimit = 50_000

  private let repository: Repository
  private let layout: PlanLayout
  private let roots: [RepositoryPath]
  private let reader: TreeReader
  /// The commits that are still to be looked at.
  private var pending: [ObjectID: Stop] = [:]
  private var versions: [[DocumentHistory.Version]] = []

  /// A commit with the documents that were followed up to it.
  private struct Stop {
    let commit: RawCommit
    /// The folders of plans, `nil` for one that the commit has not.
    let folders: [ObjectID?]
    /// The paths of documents, by their places in the list that was asked for.
    var paths: [Int: RepositoryPath] = [:]
  }

  init(_ session: Session) throws(GitError) {
    repository = session.repository
    layout = session.layout
    roots = session.layout.roots + session.layout.documentRoots
    reader = try TreeReader(session.repository)
  }

  /// Returns the history of each document that can be read and has an ID.
  ///
  /// - Parameter tree: All documents at hand.
  /// - Complexity: O(*n*) in the commits from HEAD to the one that added the oldest document.
  func histories(
    of documents: [PlanDocument.ReadResult], in tree: PlanTree
  ) throws -> [DocumentHistory] {
    let documents = documents.filter { $0.plan?.key.planID != nil && $0.source?.place != nil }
      .compactMap(\.source)
    versions = documents.map { _ in [] }
    guard let head = try repository.head().commit else { return [] }
    let here = DocumentFolder(tree.paths)
    for (place, document) in documents.enumerated() {
      try follow(place, DocumentRevision(document), from: here, to: [head])
    }
    var visited = 0
    while let id = newest, let stop = pending.removeValue(forKey: id), visited < Self.commitLimit {
      visited += 1
      try visit(id, stop)
    }
    return zip(documents, versions).map { DocumentHistory(document: $0, versions: $1) }
  }

  private var newest: ObjectID? {
    pending.max { left, right in
      (left.value.commit.committerTime, left.key) < (right.value.commit.committerTime, right.key)
    }?.key
  }

  private func visit(_ id: ObjectID, _ stop: Stop) throws {
    let commit = stop.commit
    var rest = stop.paths
    for parent in commit.parents {
      guard var before = try self.stop(at: parent) else { continue }
      if before.folders == stop.folders {
        before.paths.merge(rest) { first, _ in first }
        pending[parent] = before
        return
      }
      for (place, path) in rest
      where try reader.object(at: path, in: before.commit.tree)
        == reader.object(at: path, in: commit.tree)
      {
        before.paths[place] = path
        rest[place] = nil
      }
      if !before.paths.isEmpty { pending[parent] = before }
      if rest.isEmpty { return }
    }
    // What is left was changed by this commit.
    lazy var here = try? DocumentFolder(Set(files(in: commit.tree)))
    for (place, path) in rest.sorted(by: { $0.key < $1.key }) {
      guard let revision = try revision(at: path, in: commit.tree) else { continue }
      if versions[place].last?.commit == id { continue }
      versions[place].append(
        DocumentHistory.Version(commit: id, day: commit.authorDay, revision: revision))
      if let here { try follow(place, revision, from: here, to: commit.parents) }
    }
  }

  /// Passes a document on to the first commit that holds something in its place.
  private func follow(
    _ place: Int, _ revision: DocumentRevision, from folder: DocumentFolder, to commits: [ObjectID]
  ) throws {
    for id in commits {
      guard var stop = try stop(at: id),
        let path = try predecessor(of: revision, in: folder, tree: stop.commit.tree)
      else { continue }
      stop.paths[place] = path
      pending[id] = stop
      return
    }
  }

  /// Returns what stands in a document's place in an earlier tree.
  private func predecessor(
    of revision: DocumentRevision, in folder: DocumentFolder, tree: ObjectID
  ) throws -> RepositoryPath? {
    if try reader.object(at: revision.path, in: tree) != nil { return revision.path }
    let gone = try files(in: tree).filter { !folder.paths.contains($0) }
    if let same = gone.first(where: { PlanLayout.planID(ofFile: $0.name) == revision.id }) {
      return same
    }
    // A plan that is there under its own ID was not turned into another one.
    let lost = gone.filter { !folder.holds(PlanLayout.planID(ofFile: $0.name)) }
    let slug = PlanSlug.ofFile(revision.path.name)
    if !slug.isEmpty, let same = lost.first(where: { PlanSlug.ofFile($0.name) == slug }) {
      return same
    }
    guard let title = revision.title else { return nil }
    return try lost.first { try self.revision(at: $0, in: tree)?.title == title }
  }

  private func revision(at path: RepositoryPath, in tree: ObjectID) throws -> DocumentRevision? {
    guard let blob = try reader.object(at: path, in: tree),
      let bytes = try reader.blob(blob, limit: PlanDocument.sizeLimit)
    else { return nil }
    return DocumentRevision(ParsedDocument(path: path, bytes: bytes, layout: layout))
  }

  /// Returns the plans below the roots of a tree.
  private func files(in tree: ObjectID) throws -> [RepositoryPath] {
    try reader.files(below: roots, in: tree).filter(\.isRegular).map(\.path).filter { path in
      switch layout.classify(path) {
      case .plan, .document: true
      default: false
      }
    }
  }

  private func stop(at id: ObjectID) throws -> Stop? {
    if let stop = pending[id] { return stop }
    guard let commit = try repository.readCommit(id, { commit, _ in commit }) else { return nil }
    let folders = try roots.map { try reader.object(at: $0, in: commit.tree) }
    return Stop(commit: commit, folders: folders)
  }
}

/// The documents of a tree, for telling which ones another tree has lost.
private struct DocumentFolder {
  let paths: Set<RepositoryPath>
  private let ids: Set<PlanID>

  init(_ paths: Set<RepositoryPath>) {
    self.paths = paths
    ids = Set(paths.compactMap { PlanLayout.planID(ofFile: $0.name) })
  }

  /// Says whether a document has an ID, `nil` for none.
  func holds(_ id: PlanID?) -> Bool { id.map(ids.contains) ?? false }
}

extension RawCommit {
  /// The day on which it was written, where its author was.
  fileprivate var authorDay: CalendarDate {
    CalendarDate(secondsFromEpoch: Int64(authorTime) &+ Int64(authorOffset)) ?? .first
  }
}
