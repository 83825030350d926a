import ArgumentParser
import Correlation
import GitModel
import Plans
import Reports
import WorkTree

/// Writes what git says into plan documents and the registry.
struct SyncCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Write status, updated and links.pr into plans",
    discussion: """
      Only these values and the registry change; every other byte of a document stays. Plans that \
      git knows nothing of are left alone.
      """)

  @Argument(help: "The plans, by ID, path or slug; all of them without any.")
  var ids: [String] = []

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Write nothing; exit with 1 where something would change.")
  var check = false

  @Flag(help: "Write nothing; say what would change.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let locked = try LockedPlans(session)
    let answering = try Answering(session, target: target)
    let rule = SyncRule(forge: answering.answers.facts.forge, today: session.environment.today)
    let onTarget = try answering.statusesOnTarget()
    var transaction = locked.lock.transaction()
    var lines: [SyncReport.Line] = []
    var changes: [DocumentChange] = []
    for plan in try answering.plans(named: ids) {
      guard let change = rule.change(for: plan) else { continue }
      if let status = change.status, onTarget[plan.plan.key] == status {
        session.note(
          "\(plan.plan.key) says \(status.rawValue) on \(answering.targetName) already; "
            + "the document here is older and stays as it is")
        continue
      }
      guard locked.files.exists(plan.plan.path) else {
        session.warn("\(plan.plan.key) is not in this work tree and stays as it is")
        continue
      }
      let document = try DocumentChange(
        of: plan.plan.path, Self.edits(change, of: plan.plan), in: locked.files,
        command: "git execplan sync")
      changes.append(document)
      try transaction.write(document.new, to: document.to, expecting: document.old)
      lines.append(SyncReport.Line(plan: plan, change: change))
    }
    let registries = RegistryFiles(files: locked.files, layout: session.layout)
    let broken = try registries.addUpdates(locked.catalog.applying(changes), to: &transaction)
    let isStale = !transaction.isEmpty
    let report = SyncReport(lines: lines, wroteFiles: isStale && !check && !dryRun)
    if !check, !dryRun { try transaction.commit() }
    session.write(json ? report.json() : report.text(session.style))
    for state in broken { state.warn(session) }
    if check, isStale { throw FindingsExit() }
  }

  private static func edits(_ change: SyncRule.Change, of plan: Plan) -> [FrontMatterChange] {
    var changes: [FrontMatterChange] = []
    if let status = change.status { changes.append(.status(status)) }
    if change.updated != plan.updated { changes.append(.updated(change.updated)) }
    if let links = change.pullRequests { changes.append(.pullRequest(links)) }
    return changes
  }
}
