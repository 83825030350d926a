import GitModel
import GitStore
import Plans
import WorkTree

/// Decides which documents change with a plan's ID, and where they go.
struct RenumberDocuments {
  let session: Session
  let catalog: PlanCatalog
  let history: NamesakeHistory

  /// - Parameter documents: Those with the old ID, the plan's own first.
  func add(_ documents: [PlanDocument.ReadResult], to plan: inout RenumberPlan) throws {
    guard let own = documents.first, let bytes = own.source?.bytes else {
      throw CommandError(
        "the document \(documents.first?.path.description ?? "") cannot be read",
        hint: "run 'git execplan lint' to see why")
    }
    let namesakes = documents.dropFirst()
    plan.folder = folder(of: own, renumbering: plan.renumbering)
    let renumbering = plan.renumbering
    plan.documents.append(
      RenumberPlan.Document(
        role: .plan, from: own.path, to: newPath(own.path, in: plan), old: bytes,
        new: try edited(own.path) { () throws(FrontMatterEditError) in
          try renumbering.plan(bytes)
        }))
    for milestone in try milestones(of: own, namesakes: Array(namesakes), plan: &plan) {
      let bytes = milestone.source.bytes
      plan.documents.append(
        RenumberPlan.Document(
          role: .milestone, from: milestone.path, to: newPath(milestone.path, in: plan),
          old: bytes,
          new: try edited(milestone.path) { () throws(FrontMatterEditError) in
            try renumbering.milestone(bytes)
          }))
    }
    try addReferences(to: &plan, besides: documents)
    addMentions(to: &plan, besides: documents)
  }

  /// The plan's folder, where its name begins with the ID and no other plan lies there.
  private func folder(
    of document: PlanDocument.ReadResult, renumbering: Renumbering
  ) -> (from: RepositoryPath, to: RepositoryPath)? {
    guard let folder = session.layout.planFolder(of: document.path),
      case let name = renumbering.name(folder.name), name != folder.name,
      let parent = folder.parent, let to = parent.appending(name),
      !catalog.documents.contains(where: {
        $0.path.isInside(folder) && $0.path != document.path
      })
    else { return nil }
    return (folder, to)
  }

  private func newPath(_ path: RepositoryPath, in plan: RenumberPlan) -> RepositoryPath {
    let moved = plan.folder.flatMap { path.moved(from: $0.from, to: $0.to) } ?? path
    // A name may carry another ID than the front matter; it follows all the same.
    let carried = PlanLayout.planID(ofFile: moved.name) ?? plan.renumbering.old
    let name = Renumbering(from: carried, to: plan.renumbering.new).name(moved.name)
    return moved.parent?.appending(name) ?? RepositoryPath(name) ?? moved
  }

  /// The milestones that lie beside the plan. Where a namesake lies in the same folder, history tells whose
  /// each of them is.
  private func milestones(
    of own: PlanDocument.ReadResult, namesakes: [PlanDocument.ReadResult],
    plan: inout RenumberPlan
  ) throws -> [MilestoneDocument.ReadResult] {
    let folder = session.layout.planFolder(of: own.path)
    let isShared = namesakes.contains { session.layout.planFolder(of: $0.path) == folder }
    var found: [MilestoneDocument.ReadResult] = []
    for milestone in catalog.milestones
    where milestone.planFolder == folder
      && (milestone.plan ?? plan.renumbering.old) == plan.renumbering.old
    {
      if isShared {
        let owner = try history.document { tree in
          try history.content(of: milestone.path, in: tree) != nil
        }
        switch owner.map({ $0 == 0 }) {
        case true?: break
        case false?: continue
        case nil:
          plan.warnings.append("\(milestone.path) may be either plan's milestone and stays")
          continue
        }
      }
      found.append(milestone)
    }
    return found
  }

  /// Other plans that depend on this one or replace it.
  private func addReferences(
    to plan: inout RenumberPlan, besides documents: [PlanDocument.ReadResult]
  ) throws {
    let renumbering = plan.renumbering
    for document in catalog.documents where !documents.contains(where: { $0.path == document.path })
    {
      guard let other = document.plan, let bytes = document.source?.bytes else { continue }
      var keys: [String] = []
      for key in renumbering.keysNaming(other) {
        switch try isMeant(by: key, of: document, renumbering) {
        case true?: keys.append(key)
        case false?: continue
        case nil:
          plan.warnings.append(
            "\(key) of \(document.path) may mean either plan and stays \(renumbering.old)")
        }
      }
      if keys.isEmpty { continue }
      plan.documents.append(
        RenumberPlan.Document(
          role: .reference(keys: keys), from: document.path, to: document.path, old: bytes,
          new: try edited(document.path) { () throws(FrontMatterEditError) in
            try renumbering.references(of: keys, in: bytes)
          }))
    }
  }

  /// Says whether a reference means the plan: it means what its author's commit held.
  private func isMeant(
    by key: String, of document: PlanDocument.ReadResult, _ renumbering: Renumbering
  ) throws -> Bool? {
    if history.namesakes.count == 1 { return true }
    let meant = try history.document { tree in
      guard let bytes = try history.content(of: document.path, in: tree) else { return false }
      let then = PlanDocument.read(path: document.path, bytes: bytes, layout: session.layout)
      return then.plan.map { renumbering.keysNaming($0).contains(key) } ?? false
    }
    return meant.map { $0 == 0 }
  }

  /// Warns about texts of other plans that name the ID.
  private func addMentions(
    to plan: inout RenumberPlan, besides documents: [PlanDocument.ReadResult]
  ) {
    let own = Set(documents.map(\.path)).union(
      plan.documents.filter { $0.role == .milestone }.map(\.from))
    let texts =
      catalog.documents.compactMap { document in document.source.map { (document.path, $0.bytes) } }
      + catalog.milestones.map { ($0.path, $0.source.bytes) }
    let naming = texts.filter {
      !own.contains($0.0) && plan.renumbering.mentions(in: $0.1) > 0
    }.map(\.0)
    guard let first = naming.first else { return }
    let others = naming.count > 1 ? " and \(naming.count - 1) more" : ""
    plan.warnings.append(
      "the text of \(first)\(others) names \(plan.renumbering.old) and stays as it is")
  }

  private func edited(
    _ path: RepositoryPath, _ edit: () throws(FrontMatterEditError) -> [UInt8]
  ) throws -> [UInt8] {
    do {
      return try edit()
    } catch {
      throw CommandError(
        "cannot edit \(path): \(error.message)", hint: "mend its front matter, then run this again")
    }
  }
}
