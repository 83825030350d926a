import ArgumentParser
import Correlation
import Reports

/// A question about one plan, as `show` and `log` ask it.
struct PlanQuestion: ParsableArguments {
  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var id: String

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Print JSON.")
  var json = false

  /// What reports about the plan are made of.
  struct Answer {
    let plan: PlanAnswer
    let answers: Answers
    let context: ReportContext
  }

  /// Asks the repository.
  func answer(in session: Session) throws -> Answer? {
    let answering = try Answering(session, target: target)
    return try answering.plans(named: [id]).first.map { plan in
      Answer(
        plan: plan, answers: answering.answers,
        context: try answering.context(subjectsOf: plan.commits.map(\.commit)))
    }
  }
}
