import ArgumentParser
import Correlation
import Reports

/// Lists the commits of a plan.
struct LogCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List a plan's commits by milestone, with where each landed")

  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var id: String

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let answering = try Answering(session, target: target)
    guard let plan = try answering.plans(named: [id]).first else { return }
    let context = try answering.context(subjectsOf: plan.commits.map(\.commit))
    let report = LogReport(answer: plan, answers: answering.answers, context: context)
    session.write(json ? report.json() : report.text(session.style))
  }
}
