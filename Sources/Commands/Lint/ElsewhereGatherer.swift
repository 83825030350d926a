import GitModel
import GitStore
import Plans
import WorkTree

/// Finds plans that lie in other places of the repository than the documents at hand, and tells which of
/// them are the same plans.
struct ElsewhereGatherer {
  private let session: Session
  private let reader: TreeReader
  /// The documents at hand.
  private let own: [PlanID: [PlanDocument.ReadResult]]
  private let head: ObjectID?

  init(_ session: Session, documents: [PlanDocument.ReadResult]) throws {
    self.session = session
    reader = try TreeReader(session.repository)
    head = try session.repository.head().commit
    var own: [PlanID: [PlanDocument.ReadResult]] = [:]
    for document in documents {
      if let id = document.plan?.key.planID { own[id, default: []].append(document) }
    }
    self.own = own
  }

  func gather() throws -> [PlanElsewhere] {
    try PlanIDSearch.sightings(session).compactMap { sighting in
      switch session.layout.classify(sighting.path) {
      case .plan, .document: break
      default: return nil
      }
      switch sighting.place {
      case .workTree(session.files?.root), .index(session.files?.root): return nil
      default: break
      }
      return PlanElsewhere(
        id: sighting.id, path: sighting.path, place: sighting.place.description,
        isSame: try isSame(sighting))
    }
  }

  /// Says whether a document with the ID of one at hand is the same plan: it has the same file name or the
  /// same title, or both come from one document that an earlier commit has. An ID that is not at hand has
  /// nothing to be mixed up with.
  private func isSame(_ sighting: PlanSighting) throws -> Bool {
    guard let own = own[sighting.id] else { return true }
    if own.contains(where: { $0.path.name == sighting.path.name }) { return true }
    if let title = try title(of: sighting), own.contains(where: { $0.plan?.title == title }) {
      return true
    }
    guard let head, let commit = sighting.commit else { return false }
    let bases = try session.repository.mergeBases(head, commit)
    // In a shallow clone a common origin may lie beyond its border.
    if bases.isEmpty { return session.repository.isShallow }
    return try bases.contains { try holds($0, sighting.id) }
  }

  private func title(of sighting: PlanSighting) throws -> String? {
    let limit = PlanDocument.sizeLimit
    let bytes: [UInt8]?
    if let blob = sighting.blob {
      bytes = try reader.blob(blob, limit: limit)
    } else if case .workTree(let root) = sighting.place {
      bytes = try WorkFiles(root: root).read(sighting.path, limit: limit)
    } else {
      bytes = nil
    }
    return bytes.flatMap {
      PlanDocument.read(path: sighting.path, bytes: $0, layout: session.layout).plan?.title
    }
  }

  /// Says whether a commit has a document whose name carries an ID.
  private func holds(_ commit: ObjectID, _ id: PlanID) throws -> Bool {
    guard let tree = try session.repository.readCommit(commit, { commit, _ in commit.tree })
    else { return false }
    let roots = session.layout.roots + session.layout.documentRoots
    return try reader.files(below: roots, in: tree).contains { file in
      guard case .plan(id) = session.layout.classify(file.path) else { return false }
      return true
    }
  }
}
