import GitModel
import GitStore
import Plans
import SystemPackage
import WorkTree

/// Finds every ID that is in use: in this work tree and the others of the repository, in their indexes,
/// and on HEAD, every branch (local and remote-tracking), every tag and the stash.
///
/// An ID is in use where a file's name begins with it, be it a plan or a milestone, and where the front
/// matter of a plan says so though the name does not.
final class PlanIDSearch {
  private let session: Session
  private let reader: TreeReader
  private let roots: [RepositoryPath]
  private var sightings: [PlanSighting] = []
  private var seenFolders: Set<ObjectID> = []
  private var seenFiles: Set<SeenFile> = []

  /// A file as git stores it. Under another name the same content may stand for another ID.
  private struct SeenFile: Hashable {
    let name: String
    let blob: ObjectID
  }

  private init(_ session: Session) throws(GitError) {
    self.session = session
    reader = try TreeReader(session.repository)
    roots = session.layout.roots + session.layout.documentRoots
  }

  /// Returns the IDs in use.
  static func takenIDs(_ session: Session) throws -> Set<PlanID> {
    Set(try sightings(session).map(\.id))
  }

  /// Returns where each ID is in use: first in this work tree, then in the other ones, then on HEAD,
  /// branches, tags and the stash. A folder or file that is the same in several of git's trees and indexes
  /// is listed once.
  ///
  /// - Complexity: O(*n*) in the different folders of plans, beside one look at each reference.
  static func sightings(_ session: Session) throws -> [PlanSighting] {
    let search = try PlanIDSearch(session)
    try search.addWorkTrees()
    try search.addReferences()
    return search.sightings
  }

  private func addWorkTrees() throws {
    if let files = session.files { try addFiles(files) }
    if let root = session.repository.workTree {
      let index = session.environment.variables["GIT_INDEX_FILE"]
        .map { session.environment.directory.pushing(FilePath($0)) }
      let own = session.repository.gitDirectory
      try addIndex(index ?? own.appending("index"), gitDirectory: own, root: root)
    }
    for place in try session.repository.otherWorkTrees() {
      // The folder of a linked work tree may have been removed.
      if let files = try? WorkFiles(root: place.root) { try addFiles(files) }
      try addIndex(place.index, gitDirectory: place.gitDirectory, root: place.root)
    }
  }

  private func addReferences() throws {
    let repository = session.repository
    var heads: [(name: String, commit: ObjectID)] = []
    if let commit = try repository.head().commit { heads.append(("HEAD", commit)) }
    for place in try repository.otherWorkTrees() {
      if let commit = place.detachedHead { heads.append(("HEAD of \(place.root)", commit)) }
    }
    heads += try repository.branches().map { ($0.shorthand, $0.head) }
    heads += try repository.tags().map { ($0.name, $0.commit) }
    if let stash = try repository.referenceTarget("refs/stash") {
      // Beside the work tree it holds the index and the files that git did not know, as parents.
      let parents = try repository.readCommit(stash) { commit, _ in commit.parents.dropFirst() }
      heads += ([stash] + (parents ?? [])).map { ("refs/stash", $0) }
    }
    var seen: Set<ObjectID> = []
    for head in heads where seen.insert(head.commit).inserted {
      guard let tree = try repository.readCommit(head.commit, { commit, _ in commit.tree }) else {
        continue
      }
      let files = try reader.files(below: roots, in: tree) { seenFolders.insert($0).inserted }
      try add(files, at: .reference(head.name), of: head.commit)
    }
  }

  private func addFiles(_ files: WorkFiles) throws {
    for path in Set(try roots.flatMap { try files.files(below: $0) }).sorted() {
      try add(path, at: .workTree(files.root), blob: nil) {
        // A file that cannot be read counts by its name alone.
        try? files.read(path, limit: PlanDocument.sizeLimit)
      }
    }
  }

  private func addIndex(_ index: FilePath, gitDirectory: FilePath, root: FilePath) throws {
    let files =
      try session.repository.indexedFiles(below: roots, index: index)
      ?? GitProgram(environment: session.environment.variables)
      .indexedFiles(below: roots, index: index, gitDirectory: gitDirectory)
    try add(files, at: .index(root))
  }

  private func add(
    _ files: [TreeReader.File], at place: PlanSighting.Place, of commit: ObjectID? = nil
  ) throws {
    for file in files where file.isRegular {
      let seen = SeenFile(name: file.path.name, blob: file.blob)
      guard seenFiles.insert(seen).inserted else { continue }
      try add(file.path, at: place, blob: file.blob, commit: commit) {
        try reader.blob(file.blob, limit: PlanDocument.sizeLimit)
      }
    }
  }

  private func add(
    _ path: RepositoryPath, at place: PlanSighting.Place, blob: ObjectID?,
    commit: ObjectID? = nil, read: () throws -> [UInt8]?
  ) throws {
    let named = PlanLayout.planID(ofFile: path.name)
    var ids = [named]
    switch session.layout.classify(path) {
    case .plan, .document:
      ids.append(try read().flatMap { PlanDocument.recordedID(in: $0, besides: named) })
    case .milestone: break
    case .registry, .otherPlanFile, nil: return
    }
    for id in ids.compactMap(\.self) {
      sightings.append(PlanSighting(id: id, path: path, place: place, blob: blob, commit: commit))
    }
  }
}
