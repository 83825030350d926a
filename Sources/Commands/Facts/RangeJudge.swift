import Correlation
import GitModel
import GitStore
import MessageRules
import Plans
import Reports

/// Judges commits that were made before, as CI and servers do.
final class RangeJudge {
  private let session: Session
  private let facts: RepositoryFacts
  private let kinds: [CommitIndex: ChangeKind]
  private let history: PlanHistory
  private let policy: MessagePolicy

  /// - Parameter kinds: What the commits to judge change.
  init(session: Session, facts: RepositoryFacts, kinds: [CommitIndex: ChangeKind]) throws {
    self.session = session
    self.facts = facts
    self.kinds = kinds
    history = try PlanHistory(session, facts: facts)
    policy = try session.publishedPolicy()
  }

  /// Returns what the rules say about one commit; `nil` where it is not there.
  func judged(_ commit: CommitIndex) throws -> JudgedMessage? {
    let id = facts.graph.id(of: commit)
    let read = try session.repository.readCommit(id) { commit, message in
      (CommitAuthor(name: commit.authorName, email: commit.authorEmail), Array(message))
    }
    guard let (author, message) = read else { return nil }
    var context = try context(of: message, commit)
    context.author = author
    context.isMerge = facts.graph.isMerge(commit)
    // The border of a shallow clone has parents, though they are not there.
    context.isRoot =
      facts.graph.parents(of: commit).isEmpty && !facts.shallowBorder.contains(commit)
    let paths = try upkeepPaths(of: commit)
    context.upkeepPlans = UpkeepPlans(directory: facts.plans, layout: session.layout)
      .plans(of: paths)
    context.isGeneralUpkeep = !paths.isEmpty && context.upkeepPlans.isEmpty
    return JudgedMessage(
      commit: id, subject: MessageSubject.subject(of: message),
      judgement: MessageJudge(context: context).judgement(on: message))
  }

  /// Returns the plans that a message and a note name, as they were when the commit was made: one that was
  /// closed later was open then. Of the others nothing is asked, so that a thousand plans cost no more.
  private func context(of message: [UInt8], _ commit: CommitIndex) throws -> MessageContext {
    let note = facts.notes[commit] ?? PlanNote()
    let said = MessageReferences(of: message)?.references ?? []
    var plans: [PlanKey: KnownPlan] = [:]
    var paths: [RepositoryPath: PlanKey] = [:]
    for reference in said + note.references + note.denied {
      let position = facts.plans.position(of: reference)
      guard
        let plan = try position.map({ facts.plans.plans[$0] })
          ?? history.plan(reference, at: commit)
      else { continue }
      if case .path(let path) = reference { paths[path] = plan.key }
      if plans[plan.key] != nil { continue }
      var known = KnownPlan(plan)
      known.status = try history.status(of: plan, for: commit)
      plans[plan.key] = known
    }
    return MessageContext(plans: plans, formerPaths: paths, policy: policy, note: note)
  }

  /// What a commit changes that changes plan documents alone; empty for any other commit.
  private func upkeepPaths(of commit: CommitIndex) throws -> [String] {
    guard kinds[commit] == .upkeep else { return [] }
    let parent = facts.graph.firstParent(of: commit)
    return try session.repository.changes(
      from: parent.map { facts.graph.trees[$0.position] },
      to: facts.graph.trees[commit.position]
    ).flatMap { [$0.oldPath, $0.newPath] }
  }
}
