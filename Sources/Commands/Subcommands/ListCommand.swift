import ArgumentParser
import Correlation
import GitModel
import GitStore
import Plans
import Reports

/// Lists the plans as their documents describe them.
struct ListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans and what they record")

  @Option(help: "List only plans that record this status.")
  var status: PlanStatus?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let plans = try FactsGatherer(session).gather().plans.plans
    let report = ListReport(plans: plans.filter { status == nil || $0.status == status })
    session.write(json ? report.json() : report.table(session.style))
  }

  /// The plans of the work tree, in a bare repository those of HEAD.
  static func catalog(_ session: Session) throws -> PlanCatalog {
    if let files = session.files { return try PlanCatalog(files: files, layout: session.layout) }
    var catalog = PlanCatalog(layout: session.layout)
    guard let commit = try session.repository.head().commit,
      let tree = try session.repository.readCommit(commit, { commit, _ in commit.tree })
    else { return catalog }
    try catalog.addPlans(of: tree, with: TreeReader(session.repository))
    return catalog
  }
}

extension PlanStatus: ExpressibleByArgument {}
