import Correlation
import GitModel
import GitStore
import Plans
import Reports

/// From a session to answers: facts are gathered, the core is asked, and what reports need is read.
struct Answering {
  let session: Session
  let answers: Answers

  init(
    _ session: Session, target: String? = nil, releases: ReleaseSelection = ReleaseSelection(),
    range: String? = nil
  ) throws {
    self.session = session
    let gatherer = FactsGatherer(session)
    var correlator = Correlator(
      try gatherer.gather(target: target, releases: releases, range: range))
    var kinds = try gatherer.kinds(of: correlator.questions, in: correlator.facts)
    let finder = try CopyFinder(session.repository, facts: correlator.facts)
    let questions = correlator.landingQuestions
    let found = try finder.answers(to: questions)
    for shortcoming in finder.shortcomings(of: questions) { session.warn(shortcoming) }
    let further = try gatherer.kinds(of: correlator.take(found), in: correlator.facts)
    kinds.merge(further) { first, _ in first }
    answers = correlator.answer(
      kinds: kinds, condition: try Self.condition(session.repository.configuration))
  }

  /// The target as people name it.
  var targetName: String { answers.facts.target?.shorthand ?? "the target" }

  /// Returns what the documents on the target record, which may be newer than those of the work tree.
  func statusesOnTarget() throws -> [PlanKey: PlanStatus] {
    guard let target = answers.facts.target else { return [:] }
    return try PlanHistory(session, facts: answers.facts).statuses(at: target.commit)
  }

  /// Returns what reports need for showing the given commits.
  func context(subjectsOf commits: [CommitIndex] = []) throws -> ReportContext {
    var subjects: [ObjectID: String] = [:]
    for commit in commits {
      let id = answers.facts.graph.id(of: commit)
      subjects[id] = try session.repository.readCommit(id) { _, message in
        MessageSubject.subject(of: message)
      }
    }
    return ReportContext(forge: answers.facts.forge, subjects: subjects)
  }

  /// Returns the plans that words name; all of them where there are no words.
  func plans(named words: [String]) throws -> [PlanAnswer] {
    if words.isEmpty { return answers.plans }
    let selector = PlanSelector(answers.plans.map(\.plan), prefix: session.prefix)
    var seen: Set<Int> = []
    return try words.compactMap { word in
      let position = try selector.position(of: word)
      return seen.insert(position).inserted ? answers.plans[position] : nil
    }
  }

  static func condition(_ configuration: Configuration) throws -> DoneCondition {
    guard let word = configuration.string("execplan.doneWhen") else { return .milestones }
    guard let condition = DoneCondition(rawValue: word) else {
      throw CommandError(
        "git config execplan.doneWhen is '\(word)', not merged, milestones or progress",
        hint: "run 'git config execplan.doneWhen milestones' to change it")
    }
    return condition
  }
}
