import ArgumentParser
import Correlation
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
}

extension PlanStatus: ExpressibleByArgument {}
