import ArgumentParser
import Plans
import Reports

/// What `complete` and `archive` share.
struct ClosingOptions: ParsableArguments {
  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var id: String

  @Option(help: "The day it was closed, as YYYY-MM-DD or YYYYMMDD; today by default.")
  var date: String?

  @Flag(help: "Write nothing; say what would change.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    try FieldCheck.date(date)
  }

  /// Closes the plan and reports it.
  @discardableResult
  func run(
    as status: PlanStatus, isForced: Bool = false, in session: Session
  ) throws -> PlanCloser.Outcome {
    let day = date.flatMap { CalendarDate(anyForm: $0) } ?? session.environment.today
    let outcome = try PlanCloser(session).close(
      id,
      PlanCloser.Wish(status: status, day: day, isForced: isForced, isDryRun: dryRun))
    let report = outcome.report
    session.write(json ? report.json() : report.text(session.style))
    if !report.isDone, !dryRun, !json { session.note("next: commit this") }
    return outcome
  }
}
