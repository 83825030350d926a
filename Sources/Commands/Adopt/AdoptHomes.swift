import GitModel
import Plans
import WorkTree

/// Finds a place for each document that is adopted.
struct AdoptHomes {
  private let session: Session
  private let files: WorkFiles
  private let home: PlanHome
  /// The folders that hold a plan.
  private var used: Set<RepositoryPath>

  init(_ session: Session, catalog: PlanCatalog, files: WorkFiles) {
    self.session = session
    self.files = files
    home = PlanHome(session.layout, files: files)
    used = Set(
      catalog.plans.filter { $0.key.planID != nil }
        .compactMap { session.layout.planFolder(of: $0.path) })
  }

  /// Returns where the document will be.
  mutating func path(
    for subject: AdoptSubject, id: PlanID, _ fields: AdoptFields
  ) throws -> RepositoryPath {
    if fields.inPlace {
      guard session.layout.classify(subject.path) == .document else {
        throw CommandError(
          "\(subject.path) lies in no folder of execplan.plans, and would not be found by its ID",
          hint: subject.path.parent.map { "run 'git config --add execplan.plans \($0)' first" }
            ?? "leave --in-place out")
      }
      return subject.path
    }
    for slug in fields.slug.map({ [$0] }) ?? subject.slugs {
      guard let folder = home.folder(slug: slug, files: files), !used.contains(folder),
        let path = folder.appending("\(id)_\(slug).md"), !files.exists(path)
      else { continue }
      used.insert(folder)
      return path
    }
    throw CommandError(
      "the folder for \(subject.path) is taken", hint: "give another with --slug <name>")
  }
}
