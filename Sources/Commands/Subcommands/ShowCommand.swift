import ArgumentParser
import Reports

/// Shows one plan: its document and what git says of it.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one plan with its branches, commits and milestones")

  @OptionGroup var question: PlanQuestion

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    guard let answer = try question.answer(in: session) else { return }
    let report = ShowReport(answer: answer.plan, answers: answer.answers, context: answer.context)
    session.write(question.json ? report.json() : report.text(session.style))
  }
}
