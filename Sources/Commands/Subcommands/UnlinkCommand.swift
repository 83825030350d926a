import ArgumentParser
import Correlation
import GitModel
import GitStore
import Plans
import Reports

/// Takes links between commits and a plan back.
struct UnlinkCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "Take links between commits and a plan back",
    discussion: """
      A link by a note is removed. Where the message, a merge or a branch links the commit, a note \
      says that it does not belong to the plan. 'git execplan link' takes that back.
      """)

  @Argument(
    help: ArgumentHelp(
      "Revisions or ranges <a>..<b>, then the plan or milestone.", valueName: "rev> … <id"))
  var words: [String]

  @Flag(help: "Write nothing; say what would be unlinked.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if words.count < 2 { throw ValidationError("Give revisions and a plan.") }
  }

  func run(in session: Session) throws {
    let range = words.dropLast().first { $0.contains("..") } ?? words.first
    let answering = try Answering(session, range: range)
    let answers = answering.answers
    guard let id = words.last else { return }
    let subjects = try LinkSubjects(
      revisions: words.dropLast(), id: id, session: session, facts: answers.facts)
    let linked = subjects.commits.filter { commit in
      answers.links.links(of: commit).contains { $0.plan == subjects.plan }
    }
    var written: Set<ObjectID>?
    if !dryRun {
      written = try NoteLinks(session).write(
        linked.map { commit in
          NoteLinks.Change(
            commit: answers.facts.graph.id(of: commit), edit: edit(subjects, commit, answers))
        }, message: "Notes changed by 'git execplan unlink'")
    }
    let report = LinkReport(
      answers: answers,
      lines: linked.map {
        LinkReport.Line(
          commit: $0, plan: subjects.plan, reference: subjects.reference, evidence: [],
          reason: nil)
      }, written: written, isRemoval: true,
      context: try answering.context(subjectsOf: linked))
    session.write(json ? report.json() : report.text(session.style))
  }

  /// What only the note says is taken out of it; everything else needs a denial.
  private func edit(_ subjects: LinkSubjects, _ commit: CommitIndex, _ answers: Answers) -> NoteEdit
  {
    let own = answers.links.links(of: commit).first { $0.plan == subjects.plan }
    if own?.evidence.members == [.note] { return NoteEdit(withdrawals: [subjects.reference]) }
    return NoteEdit(denials: [subjects.reference])
  }
}
