import ArgumentParser
import Correlation
import GitModel
import Reports

/// Checks that every commit of a range names a plan.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that every commit of a range carries a valid ID",
    discussion: "Without a range it checks what HEAD has beyond the target.")

  @Argument(help: "A range <a>..<b>, or a commit that stands for <target>..<commit>.")
  var range: String?

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let facts = try FactsGatherer(session).gather(target: target, range: range)
    let commits = try CommitRange(session: session, facts: facts).commits(of: range)
    let kinds = try FactsGatherer(session).kinds(
      of: commits.filter { !facts.graph.isMerge($0) }, in: facts)
    let judge = try RangeJudge(session: session, facts: facts, kinds: kinds)
    let findings = try commits.reversed().flatMap(judge.findings)
    let report = CheckReport(checked: commits.count, findings: findings)
    session.write(json ? report.json() : report.text(session.style))
    if !findings.isEmpty { throw FindingsExit() }
  }
}
