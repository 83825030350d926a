import ArgumentParser
import Correlation
import Reports

/// Reports the recorded and the derived status of plans.
struct StatusCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Report what state plans are really in",
    discussion: "Examples:\n  git execplan status\n  git execplan status --explain EP-20260117-014")

  @Argument(help: "The plans, by ID, path or slug; all of them without any.")
  var ids: [String] = []

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Say why, with every branch and commit behind it.")
  var explain = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let answering = try Answering(session, target: target)
    let plans = try answering.plans(named: ids)
    let shown = explain && !json ? plans.flatMap { $0.commits.map(\.commit) } : []
    let report = StatusReport(
      answers: answering.answers, plans: plans, context: try answering.context(subjectsOf: shown))
    if json {
      session.write(report.json())
    } else {
      session.write(explain ? report.explanation(session.style) : report.table(session.style))
      if ids.isEmpty { Self.warnAboutUnknown(answering, session) }
    }
  }

  private static func warnAboutUnknown(_ answering: Answering, _ session: Session) {
    let unknown = UnknownPlan.list(answering.answers)
    guard let first = unknown.first else { return }
    let others = unknown.count > 1 ? " and \(unknown.count - 1) more" : ""
    session.warn("commits name \(first.value)\(others), which no known document describes")
  }
}
