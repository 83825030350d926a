import ArgumentParser
import Correlation
import GitModel
import QuickHooks
import Reports

/// Checks that commits name plans.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that every commit of a range carries a valid ID",
    discussion: """
      Examples:
        git execplan check                      (what HEAD has beyond the target; in CI, what the run is for)
        git execplan check origin/main..HEAD
        git execplan check --from-last-tag
        git execplan check --title "$TITLE"     (the title of a pull request)
        git execplan check - <message.txt       (a message from standard input)
      """)

  @Argument(
    help: ArgumentHelp(
      "A range <a>..<b>, a commit or branch for what it has beyond the target, or - for a message.",
      valueName: "range"))
  var range: String?

  @Flag(help: "Check what HEAD has beyond the last release.")
  var fromLastTag = false

  @Option(help: "Check a pull request's title, where an ID may stand anywhere.")
  var title: String?

  @Flag(help: "It is enough that one commit of the range names a plan.")
  var any = false

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @Option(help: "How to print findings.")
  var format: CheckFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let choices = [range != nil, fromLastTag, title != nil].filter(\.self).count
    if choices > 1 { throw ValidationError("Give one of: a range, --from-last-tag, --title.") }
    if any, title != nil || range == "-" { throw ValidationError("--any goes with a range.") }
  }

  func run(in session: Session) throws {
    session.warnAboutMessageSettings()
    let report = try report(session)
    session.write(report.rendered(as: json ? .json : format, session: session))
    if report.hasFindings { throw FindingsExit() }
  }

  private func report(_ session: Session) throws -> CheckReport {
    if let title {
      return CheckReport(range: nil, messages: [try MessageCheck(session).judged(title: title)])
    }
    if range == "-" {
      let message = try session.environment.input.read(limit: MessageFile.limit)
      return CheckReport(range: nil, messages: [try MessageCheck(session).judged(message: message)])
    }
    let service = range == nil && !fromLastTag ? CheckRange.ofService(session) : nil
    let ends = service.map { ($0.base.map { "\($0).." } ?? "") + $0.tip }
    let facts = try FactsGatherer(session).gather(target: target, range: range ?? ends)
    let ranges = CheckRange(session: session, facts: facts)
    let selection =
      if let range { try ranges.named(range) } else if fromLastTag {
        try ranges.sinceLastRelease()
      } else if let service { try ranges.ofService(service) } else { try ranges.standard() }
    let kinds = try FactsGatherer(session).kinds(
      of: selection.commits.filter { !facts.graph.isMerge($0) }, in: facts)
    let judge = try RangeJudge(session: session, facts: facts, kinds: kinds)
    return CheckReport(
      range: selection.name, messages: try selection.commits.reversed().compactMap(judge.judged),
      acceptsAny: any)
  }
}
