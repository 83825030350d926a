import Correlation
import GitModel
import GitStore
import Plans
import Reports
import WorkTree

/// Decides what becomes of documents that are adopted. Nothing is written.
struct AdoptPlanner {
  private let session: Session
  private let files: WorkFiles
  private let catalog: PlanCatalog
  private let fields: AdoptFields
  private let answers: Answers

  /// - Parameter catalog: The plans of the work tree.
  init(_ session: Session, catalog: PlanCatalog, fields: AdoptFields) throws {
    self.session = session
    self.catalog = catalog
    self.fields = fields
    files = try session.workFiles()
    answers = try Answering(session).answers
  }

  func plan() throws -> AdoptPlan {
    let subjects = try subjects()
    var taken = try PlanIDSearch.takenIDs(session)
    var homes = AdoptHomes(session, catalog: catalog, files: files)
    var plan = AdoptPlan()
    for subject in subjects {
      let begun = begunID(for: subject).flatMap { taken.contains($0) ? nil : $0 }
      guard let id = begun ?? PlanSequence.next(subject.day, among: taken) else {
        throw CommandError(
          "the day \(subject.day) has its 999 plans already", hint: "give another with --date")
      }
      taken.insert(id)
      let path = try homes.path(for: subject, id: id, fields)
      plan.documents.append(try document(subject, id: id, path: path))
    }
    for position in plan.documents.indices { addLinks(of: position, to: &plan) }
    addLinkWarning(to: &plan)
    return plan
  }

  /// Warns about links that start from another folder now, by their count.
  private func addLinkWarning(to plan: inout AdoptPlan) {
    let counts = plan.documents.filter { $0.from.parent != $0.to.parent }
      .map { (path: $0.to, count: RelativeLinks.count(in: $0.old)) }.filter { $0.count > 0 }
    guard let first = counts.first else { return }
    let total = counts.map(\.count).reduce(0, +)
    let others = counts.count > 1 ? " and \(counts.count - 1) more" : ""
    plan.warnings.append(
      "\(total) relative link\(total == 1 ? "" : "s") in \(first.path)\(others) "
        + "started from another folder; look after \(total == 1 ? "it" : "them")")
  }

  /// The documents by day, then in the order of their numbers and names.
  private func subjects() throws -> [AdoptSubject] {
    var paths: [RepositoryPath] = []
    for word in fields.paths {
      let path = try AdoptSubject.path(named: word, session, files: files)
      if !paths.contains(path) { paths.append(path) }
    }
    var origins: [RepositoryPath: DocumentOrigins.Origin] = [:]
    if let head = answers.facts.head {
      origins = try DocumentOrigins(session.repository, graph: answers.facts.graph)
        .origins(of: paths, at: head)
    }
    return try paths.map { path in
      try AdoptSubject(
        path, origin: origins[path], session, files: files, facts: answers.facts, fields: fields)
    }.sorted()
  }

  private func document(
    _ subject: AdoptSubject, id: PlanID, path: RepositoryPath
  ) throws -> AdoptPlan.Document {
    var adoption = Adoption(id: id)
    adoption.overrides = fields.overrides
    adoption.defaults = [
      "title": subject.title,
      "status": (status(of: subject.path) ?? .planned).rawValue,
      "kind": "feature", "domain": "backend",
      "owner": PlanOwner(session).handle(person: subject.author),
      "created": subject.day.description,
      "updated": max(subject.day, subject.changed).description,
    ]
    // Whatever the place, the document is to be valid where the format is asked for.
    let strict = PlanHome(session.layout, files: files).root.appending("\(id).md") ?? path
    let new: [UInt8]
    do {
      new = try adoption.applied(to: subject.bytes, path: strict, layout: session.layout)
    } catch {
      throw CommandError(
        "cannot adopt \(subject.path): \(error.message)",
        hint: "mend the document, then run this again")
    }
    guard let plan = PlanDocument.read(path: path, bytes: new, layout: session.layout).plan,
      plan.key == .id(id)
    else { throw CommandError("cannot adopt \(subject.path): it does not read as \(id) then") }
    return AdoptPlan.Document(
      id: id, from: subject.path, to: path, old: subject.bytes, new: new, plan: plan)
  }

  /// What git shows of a document that commits name by its path.
  private func status(of path: RepositoryPath) -> PlanStatus? {
    answers.facts.plans.position(ofKey: .path(path)).flatMap { answers.plans[$0].derived }
  }

  /// The commits that name a document themselves, oldest first.
  private func namingCommits(of position: Int) -> [CommitIndex] {
    answers.plans[position].commits.filter(\.evidence.isExplicit).map(\.commit).sorted()
  }

  /// The ID that a run gave to the document in notes, and that did not come as far as the document.
  private func begunID(for subject: AdoptSubject) -> PlanID? {
    let facts = answers.facts
    guard let position = facts.plans.position(ofKey: .path(subject.path)) else { return nil }
    return namingCommits(of: position).lazy.flatMap { facts.notes[$0]?.references ?? [] }
      .compactMap(\.planID)
      .first { $0.day == subject.day.compactNumber && facts.plans.position(of: .plan($0)) == nil }
  }

  /// Commits and branches that name the document by its path, now or before it was renamed.
  private func addLinks(of number: Int, to plan: inout AdoptPlan) {
    let document = plan.documents[number]
    let facts = answers.facts
    guard document.from != document.to,
      let position = facts.plans.position(ofKey: .path(document.from))
    else { return }
    func isDocument(_ reference: PlanReference) -> Bool {
      if case .path = reference { facts.plans.position(of: reference) == position } else { false }
    }
    for commit in namingCommits(of: position).map(facts.graph.id) {
      plan.notes.append(
        NoteLinks.Change(commit: commit, edit: NoteEdit(links: [.plan(document.id)])))
      plan.documents[number].commits.append(commit)
    }
    for branch in facts.branches where branch.branch.remote == nil {
      plan.settings += BranchSetting.changes(of: branch.branch.name, session) { reference in
        isDocument(reference) ? .plan(document.id) : nil
      }
    }
  }
}
