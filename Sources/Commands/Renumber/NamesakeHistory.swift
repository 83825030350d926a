import Correlation
import GitModel
import GitStore
import Plans

/// Knows the documents that carry one ID, and which of them the trees of commits hold.
final class NamesakeHistory {
  private let id: PlanID
  private let layout: PlanLayout
  private let facts: RepositoryFacts
  private let reader: TreeReader
  private(set) var namesakes = Namesakes()
  private let ownCount: Int
  /// By the trees of the plan folders, which few commits change.
  private var knownFolders: [[ObjectID?]: [TreeReader.File]] = [:]
  private var knownFiles: [TreeReader.File: Bool] = [:]
  private var knownPositions: [TreeReader.File: Int?] = [:]

  /// - Parameter documents: Those of the work tree; they get the first numbers, in this order.
  init(
    of id: PlanID, documents: [PlanDocument.ReadResult], facts: RepositoryFacts, _ session: Session
  ) throws {
    self.id = id
    self.facts = facts
    ownCount = documents.count
    layout = session.layout
    reader = try TreeReader(session.repository)
    for document in documents { namesakes.add(document.path, document.source?.bytes ?? []) }
    try addDocumentsElsewhere(tags: session.repository.tags().map(\.commit))
  }

  /// Returns, for every commit that is not older than the oldest of `commits` and its parents, which
  /// documents it holds.
  func held(since commits: [CommitIndex]) throws(GitError) -> [CommitIndex: [Int: ObjectID]] {
    let parents = commits.flatMap { facts.graph.parents(of: $0) }
    guard let oldest = (commits + parents).min() else { return [:] }
    var held: [CommitIndex: [Int: ObjectID]] = [:]
    for position in oldest.position..<facts.graph.count {
      let documents = try documents(in: facts.graph.trees[position])
      if !documents.isEmpty { held[CommitIndex(position)] = documents }
    }
    return held
  }

  /// Returns the number of each document that a tree holds, with its content.
  func documents(in tree: ObjectID) throws(GitError) -> [Int: ObjectID] {
    var found: [Int: ObjectID] = [:]
    for file in try files(in: tree) {
      if let position = try position(of: file) { found[position] = file.blob }
    }
    return found
  }

  /// Returns the number of the document that was there when something was written that HEAD holds: alone,
  /// or since the very commit. `nil` where several were, or where HEAD does not hold it.
  ///
  /// - Parameter holds: Says whether a tree holds what was written.
  func document(presentWhen holds: (ObjectID) throws -> Bool) throws -> Int? {
    guard let commit = try introduction(of: holds) else { return nil }
    let held = try documents(in: facts.graph.trees[commit.position])
    if held.count == 1 { return held.keys.first }
    let before = try facts.graph.firstParent(of: commit).map { parent throws(GitError) in
      try documents(in: facts.graph.trees[parent.position])
    }
    let added = held.keys.filter { before?[$0] == nil }
    return added.count == 1 ? added.first : nil
  }

  /// The commit in which it came to be, found by going from child to parent.
  private func introduction(of holds: (ObjectID) throws -> Bool) throws -> CommitIndex? {
    guard var commit = facts.head, try holds(facts.graph.trees[commit.position]) else {
      return nil
    }
    while let parent = try facts.graph.parents(of: commit).first(where: { parent in
      try holds(facts.graph.trees[parent.position])
    }) {
      commit = parent
    }
    return commit
  }

  /// The number of the document of the work tree that came to the target's own line last, or that is not
  /// there yet; `nil` where several came at once.
  var latest: Int? {
    get throws(GitError) {
      guard let target = facts.target else { return nil }
      var arrivals = [Int](repeating: .max, count: ownCount)
      for commit in facts.graph.mainline(from: target.commit).reversed() {
        for position in try documents(in: facts.graph.trees[commit.position]).keys
        where position < ownCount {
          arrivals[position] = min(arrivals[position], commit.position)
        }
        if !arrivals.contains(.max) { break }
      }
      let last = arrivals.max()
      return arrivals.count(where: { $0 == last }) == 1 ? last.flatMap(arrivals.firstIndex) : nil
    }
  }

  /// Reads the blob of a file in a tree; `nil` where it is not there.
  func content(of path: RepositoryPath, in tree: ObjectID) throws(GitError) -> [UInt8]? {
    guard let blob = try reader.object(at: path, in: tree) else { return nil }
    return try reader.blob(blob, limit: PlanDocument.sizeLimit)
  }

  /// Documents of the same ID that only other branches or tags hold.
  private func addDocumentsElsewhere(tags: [ObjectID]) throws {
    let tips =
      facts.branches.flatMap(\.tips) + (facts.head.map { [$0] } ?? [])
      + tags.compactMap { facts.graph.index(of: $0) }
    for tip in Set(tips).sorted(by: >) {
      for file in try files(in: facts.graph.trees[tip.position]) {
        guard let bytes = try reader.blob(file.blob, limit: PlanDocument.sizeLimit),
          !namesakes.isKnown(file.path, bytes)
        else { continue }
        namesakes.add(file.path, bytes)
        knownPositions = [:]
      }
    }
  }

  /// The documents of a tree that carry the ID.
  private func files(in tree: ObjectID) throws(GitError) -> [TreeReader.File] {
    let roots = layout.roots + layout.documentRoots
    let folders = try roots.map { root throws(GitError) in try reader.object(at: root, in: tree) }
    if let known = knownFolders[folders] { return known }
    var files: [TreeReader.File] = []
    for file in try reader.files(below: roots, in: tree) where try carriesID(file) {
      files.append(file)
    }
    knownFolders[folders] = files
    return files
  }

  private func carriesID(_ file: TreeReader.File) throws(GitError) -> Bool {
    guard file.isRegular else { return false }
    switch layout.classify(file.path) {
    case .plan, .document: break
    case .milestone, .registry, .otherPlanFile, nil: return false
    }
    if let known = knownFiles[file] { return known }
    let named = PlanLayout.planID(ofFile: file.path.name)
    let bytes = try reader.blob(file.blob, limit: PlanDocument.sizeLimit)
    let recorded = bytes.flatMap { PlanDocument.recordedID(in: $0, besides: named) }
    let carries = (recorded ?? named) == id
    knownFiles[file] = carries
    return carries
  }

  private func position(of file: TreeReader.File) throws(GitError) -> Int? {
    if let known = knownPositions[file] { return known }
    let bytes = try reader.blob(file.blob, limit: PlanDocument.sizeLimit)
    let position = bytes.flatMap { namesakes.position(of: file.path, $0) }
    knownPositions[file] = .some(position)
    return position
  }
}
