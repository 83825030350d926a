import GitModel
import Plans
import WorkTree

/// Creates milestones.
struct MilestoneCreation {
  private let session: Session
  private let locked: LockedPlans

  init(_ session: Session) throws {
    self.session = session
    locked = try LockedPlans(session)
  }

  struct Created {
    let id: MilestoneID
    let path: RepositoryPath
  }

  /// Writes the document under the plan's next number.
  ///
  /// - Parameter sequence: The number that is asked for; `nil` for the next one.
  func create(_ fields: MilestoneFields, sequence: Int? = nil) throws -> Created {
    let plans = locked.catalog.plans
    let plan = plans[try PlanSelector(plans, prefix: session.prefix).position(of: fields.plan)]
    let planID = try check(plan)
    let id = MilestoneID(
      plan: planID, sequence: try self.sequence(of: plan, planID, requested: sequence))
    let slug = fields.slug ?? PlanSlug.make(from: fields.title)
    if slug.isEmpty {
      throw CommandError("the title gives no slug", hint: "give one with --slug <name>")
    }
    guard
      let path = try MilestoneFiling(of: plan, among: locked.catalog, files: locked.files, session)
        .newPath(id, slug: slug)
    else {
      throw CommandError("the slug '\(slug)' gives no path", hint: "give another with --slug")
    }
    var transaction = locked.lock.transaction()
    try transaction.write(
      Array(try text(fields, id: id, plan: plan).utf8), to: path, isNew: true)
    try transaction.commit()
    return Created(id: id, path: path)
  }

  private func check(_ plan: Plan) throws -> PlanID {
    guard let id = plan.key.planID else {
      throw CommandError(
        "the plan \(plan.key) has no ID and so no milestones",
        hint: "run 'git execplan adopt \(plan.key)' to give it one")
    }
    try DocumentProblems(locked.catalog).check(plan)
    if plan.status?.isClosed == true || session.layout.isFiledAway(plan.path) {
      throw CommandError(
        "the plan \(id) is closed", hint: "set its status by hand to open it again: \(plan.path)")
    }
    return id
  }

  private func sequence(of plan: Plan, _ id: PlanID, requested: Int?) throws -> Int {
    let own = Set(plan.milestones.map(\.id.sequence))
    let taken = own.union(try MilestoneSequences.elsewhere(of: id, session))
    if let requested {
      if taken.contains(requested) {
        throw CommandError(
          "the milestone \(MilestoneID(plan: id, sequence: requested)) exists already",
          hint: "leave --ms out for the next free number")
      }
      return requested
    }
    let next = (taken.max() ?? 0) + 1
    guard next <= 999 else { throw CommandError("the plan \(id) has its 999 milestones already") }
    return next
  }

  /// The document: the repository's own template filled in, else the program's.
  private func text(_ fields: MilestoneFields, id: MilestoneID, plan: Plan) throws -> String {
    let home = PlanHome(session.layout, files: locked.files)
    let template =
      try OwnTemplate(session, home: home, files: locked.files).milestone()
      ?? InstalledFiles.milestoneTemplate
    var values = PlanTemplate.Values(
      id: id.description, title: fields.title,
      owner: fields.owner.map { $0.hasPrefix("@") ? $0 : "@\($0)" } ?? plan.owner ?? "@codex",
      date: fields.date.flatMap { CalendarDate(anyForm: $0) } ?? session.environment.today)
    values.domain = fields.domain ?? plan.domain ?? "backend"
    values.tags = fields.tags
    values.risk = fields.risk
    values.milestone = id
    return PlanTemplate.render(String(decoding: template, as: UTF8.self), with: values)
  }
}
