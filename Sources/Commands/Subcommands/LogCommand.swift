import ArgumentParser
import Reports

/// Lists the commits of a plan.
struct LogCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List a plan's commits by milestone, with where each landed")

  @OptionGroup var question: PlanQuestion

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    guard let answer = try question.answer(in: session) else { return }
    let report = LogReport(answer: answer.plan, answers: answer.answers, context: answer.context)
    session.write(question.json ? report.json() : report.text(session.style))
  }
}
