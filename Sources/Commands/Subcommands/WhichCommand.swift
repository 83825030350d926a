import ArgumentParser
import Correlation
import GitModel
import Reports

/// Tells the plans of a commit, a branch, a pull request, a tag or a line of a file.
struct WhichCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "which", abstract: "Tell which plans something belongs to",
    discussion: """
      Examples:
        git execplan which HEAD
        git execplan which ep/EP-20260117-014-auth-refresh
        git execplan which '#12'
        git execplan which v1.2.0
        git execplan which src/main.swift:12

      It exits with 1 where it finds no plan.
      """)

  @Argument(
    help: "A commit, a branch, a tag, a pull request such as '#12', or a line as <file>:<line>.")
  var subject: String

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let subject = try WhichSubject.read(self.subject, in: session)
    var commit: ObjectID?
    switch subject {
    case .commit(let id): commit = id
    case .line(_, _, let id): commit = id
    case .branch, .pullRequest, .tag: break
    }
    let answering = try Answering(session, target: target, range: commit?.description)
    let answers = answering.answers
    let index = commit.flatMap { answers.facts.graph.index(of: $0) }
    let plans: [PlanMention] =
      switch subject {
      case .commit: index.map(answers.mentions) ?? []
      case .line: index.map(answers.mentions) ?? []
      case .branch(let branch): answers.mentions(ofBranch: branch.reference)
      case .pullRequest(let number): answers.mentions(ofPullRequest: number)
      case .tag(let name): try answers.mentions(of: ReleaseFinder(session, answers).release(name))
      }
    let report = WhichReport(
      answers: answers, plans: plans, commit: index,
      context: try answering.context(subjectsOf: index.map { [$0] } ?? []))
    session.write(json ? report.json() : report.text(session.style))
    if plans.isEmpty {
      if case .line(_, _, nil) = subject { session.note("this line is not committed yet") }
      if !json { session.note("no plan is known for '\(TerminalText.escaped(self.subject))'") }
      throw FindingsExit()
    }
  }
}
