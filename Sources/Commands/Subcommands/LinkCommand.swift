import ArgumentParser
import Correlation
import GitModel
import GitStore
import Plans
import Reports

/// Links commits to a plan afterwards, by git notes.
struct LinkCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link commits to a plan afterwards, by git notes",
    discussion: """
      Examples:
        git execplan link HEAD~2 EP-20260117-014
        git execplan link v1.0..v1.1 EP-20260117-014/MS001
        git execplan link --scan            (proposes links, writes nothing)
        git execplan link --scan --yes

      History stays as it is. Notes are under refs/notes/execplan.
      """)

  @Argument(
    help: ArgumentHelp(
      "Revisions or ranges <a>..<b>, then the plan or milestone.", valueName: "rev> … <id"))
  var words: [String] = []

  @Flag(help: "Look through history for commits that may belong to plans.")
  var scan = false

  @Flag(help: "With --scan: write what is proposed.")
  var yes = false

  @Option(help: "With --scan: only what this evidence proposes, mention or path.")
  var evidence: LinkSuggestion.Evidence?

  @Flag(help: "Write nothing; say what would be linked.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if scan {
      if !words.isEmpty { throw ValidationError("--scan takes no revisions.") }
      if yes, dryRun { throw ValidationError("--yes and --dry-run exclude each other.") }
    } else {
      if words.count < 2 { throw ValidationError("Give revisions and a plan, or --scan.") }
      if yes || evidence != nil { throw ValidationError("--yes and --evidence go with --scan.") }
    }
  }

  func run(in session: Session) throws {
    let range = words.dropLast().first { $0.contains("..") } ?? words.first
    let answering = try Answering(session, range: scan ? nil : range)
    let links =
      scan ? try suggestions(session, answering.answers) : try named(session, answering.answers)
    let isWritten = scan ? yes : !dryRun
    var written: Set<ObjectID> = []
    if isWritten {
      let graph = answering.answers.facts.graph
      written = try NoteLinks(session).write(
        links.map {
          NoteLinks.Change(commit: graph.id(of: $0.commit), edit: .init(links: [$0.reference]))
        },
        message: "Notes added by 'git execplan link'")
    }
    let report = LinkReport(
      answers: answering.answers, lines: links, written: isWritten ? written : nil,
      context: try answering.context(subjectsOf: links.map(\.commit)))
    session.write(json ? report.json() : report.text(session.style))
    if scan, !yes, !links.isEmpty {
      session.note("nothing is written; 'git execplan link --scan --yes' records these links")
    }
  }

  private func named(_ session: Session, _ answers: Answers) throws -> [LinkReport.Line] {
    guard let id = words.last else { return [] }
    let subjects = try LinkSubjects(
      revisions: words.dropLast(), id: id, session: session, facts: answers.facts)
    return subjects.commits.map {
      LinkReport.Line(
        commit: $0, plan: subjects.plan, reference: subjects.reference, evidence: [], reason: nil)
    }
  }

  private func suggestions(_ session: Session, _ answers: Answers) throws -> [LinkReport.Line] {
    let facts = answers.facts
    let rule = SuggestionRule(facts: facts, links: answers.links)
    let reader = try WeakEvidenceReader(session, facts: facts)
    var lines: [LinkReport.Line] = []
    for position in 0..<facts.graph.count {
      let commit = CommitIndex(position)
      guard rule.isOpenToSuggestions(commit), let weak = try reader.evidence(of: commit) else {
        continue
      }
      for suggestion in rule.suggestions(for: commit, weak)
      where evidence.map(suggestion.evidence.contains) ?? true {
        let key = facts.plans.plans[suggestion.plan].key
        lines.append(
          LinkReport.Line(
            commit: commit, plan: suggestion.plan, reference: key.reference,
            evidence: suggestion.evidence, reason: suggestion.reason))
      }
    }
    return lines.reversed()
  }
}

extension LinkSuggestion.Evidence: ExpressibleByArgument {}
