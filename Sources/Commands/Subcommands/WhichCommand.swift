import ArgumentParser
import Correlation
import GitModel
import Reports

/// Tells the plans of a commit, a range, a branch, a pull request, a tag or a line of a file.
struct WhichCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "which", abstract: "Tell which plans something belongs to",
    discussion: """
      Examples:
        git execplan which HEAD
        git execplan which ep/EP-20260117-014-auth-refresh
        git execplan which '#12'
        git execplan which v1.1.0..v1.2.0
        git execplan which v1.2.0
        git execplan which src/main.swift:12

      It exits with 1 where it finds no plan.
      """)

  @Argument(
    help: ArgumentHelp(
      "A commit, a branch, a tag, a pull request such as '#12', a range or a line of a file.",
      discussion: "A range is <a>..<b>, a line <file>:<line>, a pull request its number or address."
    ))
  var subject: String

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let subject = try WhichSubject.read(self.subject, in: session)
    var range: String?
    switch subject {
    case .commit(let id): range = id.description
    case .line(_, _, let id): range = id?.description
    case .range(let text): range = text
    case .branch, .pullRequest, .tag: break
    }
    let answering = try Answering(session, target: target, range: range)
    let answers = answering.answers
    let commits = try range.map(CommitRange(session: session, facts: answers.facts).named) ?? []
    let plans: [PlanMention] =
      switch subject {
      case .commit, .line, .range: answers.mentions(of: commits)
      case .branch(let branch): answers.mentions(ofBranch: branch.reference)
      case .pullRequest(let word):
        answers.mentions(ofPullRequest: try number(of: word, on: answers.facts.forge))
      case .tag(let name): try answers.mentions(of: ReleaseFinder(session, answers).release(name))
      }
    let isRange = if case .range = subject { true } else { false }
    let report = WhichReport(
      answers: answers, plans: plans, commits: commits, isRange: isRange,
      context: try answering.context(subjectsOf: commits))
    session.write(json ? report.json() : report.text(session.style))
    if plans.isEmpty {
      if case .line(_, _, nil) = subject { session.note("this line is not committed yet") }
      if isRange, commits.isEmpty { session.note("the range holds no commits") }
      if case .branch(let branch) = subject, answers.isTarget(branch) {
        session.note("work lands on this branch; name a range of it, or a tag")
      }
      if !json { session.note("no plan is known for '\(TerminalText.escaped(self.subject))'") }
      throw FindingsExit()
    }
  }
  private func number(of word: String, on forge: Forge) throws -> Int {
    if let number = forge.number(in: word) { return number }
    let hint =
      if let remote = forge.remote {
        "the project here is \(remote.project) on \(remote.host)"
      } else {
        "no remote tells which project this is; write the number alone, as '#12'"
      }
    throw CommandError("'\(word)' is no pull request of this project", hint: hint)
  }
}
