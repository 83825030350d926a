import GitModel
import GitStore
import Plans
import WorkTree

/// Creates a plan's document.
struct PlanCreation {
  private let session: Session
  /// Who owns a plan where nobody says so.
  private let standardOwner: String?

  init(_ session: Session, standardOwner: String? = nil) {
    self.session = session
    self.standardOwner = standardOwner
  }

  struct Created {
    let id: PlanID
    let path: RepositoryPath
  }

  /// Writes the document under the day's next ID, and the registry with it.
  func create(_ fields: PlanFields) throws -> Created {
    let files = try session.workFiles()
    // Somebody else may take the next ID between our look and our file.
    let lock = try session.lockPlans()
    let home = PlanHome(session.layout, files: files)
    var catalog = try PlanCatalog(files: files, layout: session.layout)
    let day = fields.date.flatMap { CalendarDate(anyForm: $0) } ?? session.environment.today
    let slug = fields.slug ?? PlanSlug.make(from: fields.title)
    guard !slug.isEmpty, !PlanSlug.reserved.contains(slug) else {
      throw CommandError(
        slug.isEmpty
          ? "the title gives no slug" : "the slug '\(slug)' is a folder of the layout itself",
        hint: "give one with --slug <name>")
    }
    try checkIsFree(slug, catalog: catalog)
    guard let id = PlanSequence.next(day, among: try PlanIDSearch.takenIDs(session)) else {
      throw CommandError(
        "the day \(day) has its 999 plans already", hint: "give another day with --date")
    }
    guard let folder = home.folder(slug: slug, files: files),
      let path = folder.appending("\(id)_\(slug).md")
    else {
      throw CommandError("the slug '\(slug)' gives no path", hint: "give another with --slug")
    }
    try checkAreKnown(fields.dependsOn + fields.supersedes, catalog: catalog)
    let bytes = try document(fields, id: id, day: day, home: home, files: files)
    catalog.add(path, bytes)
    try check(catalog.documents.last, carries: id)
    var transaction = lock.transaction()
    try transaction.write(bytes, to: path, isNew: true)
    let broken = try RegistryFiles(files: files, layout: session.layout)
      .addUpdates(catalog, to: &transaction)
    try transaction.commit()
    for state in broken { state.warn(session) }
    return Created(id: id, path: path)
  }

  /// Refuses a document that would not be found again, and warns of other mistakes of a template.
  private func check(_ document: PlanDocument.ReadResult?, carries id: PlanID) throws {
    guard let document, document.plan?.key == .id(id), document.source?.frontMatter != nil else {
      throw CommandError(
        "the template makes no plan with the ID \(id)",
        hint: "a template begins with front matter that has the line 'id: {{id}}'")
    }
    if let finding = document.findings.first(where: { $0.severity == .error }) {
      session.warn(DocumentProblems.line(finding))
    }
  }

  private func checkIsFree(_ slug: String, catalog: PlanCatalog) throws {
    let used = catalog.plans.first { plan in
      plan.key.planID != nil && session.layout.planFolder(of: plan.path)?.name == slug
    }
    guard let used else { return }
    throw CommandError(
      "the folder of '\(slug)' holds the plan \(used.key) already",
      hint: "give another slug with --slug <name>")
  }

  private func checkAreKnown(_ ids: [String], catalog: PlanCatalog) throws {
    let known = catalog.keys
    for id in ids.compactMap({ PlanID($0) }) where !known.contains(.id(id)) {
      throw CommandError(
        "there is no plan \(id)", hint: "run 'git execplan list' to see the plans")
    }
  }

  /// The document: a template filled in, and what it does not say by marks set in its front matter.
  private func document(
    _ fields: PlanFields, id: PlanID, day: CalendarDate, home: PlanHome, files: WorkFiles
  ) throws -> [UInt8] {
    var values = PlanTemplate.Values(
      id: id.description, title: fields.title,
      owner: PlanOwner(session).handle(requested: fields.owner, standard: standardOwner), date: day)
    values.kind = fields.kind ?? values.kind
    values.domain = fields.domain ?? values.domain
    values.tags = fields.tags
    values.touches = fields.touches
    values.risk = fields.risk ?? values.risk
    values.dependsOn = fields.dependsOn.compactMap { PlanID($0) }
    values.supersedes = fields.supersedes.compactMap { PlanID($0) }
    let template =
      try OwnTemplate(session, home: home, files: files)
      .plan(fields.template) ?? InstalledFiles.planTemplate
    let bytes = Array(
      PlanTemplate.render(String(decoding: template, as: UTF8.self), with: values).utf8)
    do throws(FrontMatterEditError) {
      return try FrontMatterEdit.setting(fields.changes, in: bytes)
    } catch {
      throw CommandError(
        "the template cannot take the values: \(error.message)",
        hint: "mend the front matter of the template")
    }
  }
}
