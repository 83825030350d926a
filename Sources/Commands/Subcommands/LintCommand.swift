import ArgumentParser
import GitModel
import Plans
import Reports

/// Checks plan documents.
struct LintCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check plans, milestones and the registry",
    discussion: """
      Examples:
        git execplan lint
        git execplan lint EP-20260117-014 docs/plans
        git execplan lint --fix --dry-run
        git execplan lint --format github --fail-on-warn

      --fix changes nothing that a document says, and no byte that no finding is about.
      """)

  @Argument(
    help: ArgumentHelp(
      "Plans by ID or slug, files or folders; everything without any.", valueName: "id or path"))
  var words: [String] = []

  @Flag(help: "Mend what takes no judgement, and report the rest.")
  var fix = false

  @Flag(help: "With --fix: write nothing; say what would be mended.")
  var dryRun = false

  @Flag(help: "Exit with 1 where there are warnings.")
  var failOnWarn = false

  @Flag(help: "Ask no rule about history.")
  var noHistory = false

  @Option(help: "How to print findings.")
  var format: FindingsFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
  }

  func run(in session: Session) throws {
    let linter = Linter(levels: try session.lintLevels())
    if fix { _ = try session.workFiles() }
    let lock = fix && !dryRun ? try session.lockPlans() : nil
    var gatherer = try LintGatherer(session)
    let selection = try gatherer.select(words)
    var mending = LintMending(session, linter)
    if fix { try mending.mend(&gatherer, selection) }
    if let lock { try mending.write(lock) }
    let tree = try gatherer.tree()
    var findings = linter.findings(in: tree)
    if !noHistory, linter.asksForHistory,
      let history = try HistoryGatherer(session: session)
        .gather(tree, of: selection, withStatus: linter.asksForStatus)
    {
      findings = (findings + linter.findings(in: history)).sorted()
    }
    findings = findings.filter { selection.contains($0.path) }
    let report = FindingsReport(
      findings: findings, fixed: fix ? mending.fixed : nil, isWritten: !dryRun)
    let format = json ? .json : format
    session.write(report.rendered(as: format, session: session))
    if format == .text {
      session.note(report.summary(checked: tree.paths.filter(selection.contains).count))
    }
    let fails = findings.contains { $0.severity == .error }
    if fails || failOnWarn && !findings.isEmpty { throw FindingsExit() }
  }
}
