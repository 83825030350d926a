import Correlation
import GitModel
import Plans

/// What `link` and `unlink` are about: commits, and a plan or a milestone of it.
struct LinkSubjects {
  let commits: [CommitIndex]
  /// The plan's place among the facts' plans.
  let plan: Int
  let reference: PlanReference

  /// Reads the words of a person: revisions and ranges, then what they belong to.
  init(
    revisions: [String], id: String, session: Session, facts: RepositoryFacts
  ) throws {
    let selector = PlanSelector(facts.plans.plans, prefix: session.prefix)
    plan = try selector.position(of: id)
    let key = facts.plans.plans[plan].key
    if let milestone = MilestoneID(id.uppercased()) {
      reference = .milestone(milestone)
    } else {
      switch key {
      case .id(let id): reference = .plan(id)
      case .path(let path): reference = .path(path)
      }
    }
    guard NoteStatement(reference).line != nil else {
      throw CommandError(
        "notes cannot name the plan at '\(key)'",
        hint: "rename the document so that its path has no blanks or commas")
    }
    let ranges = CommitRange(session: session, facts: facts)
    var seen: Set<CommitIndex> = []
    commits = try revisions.flatMap(ranges.named(by:)).filter { seen.insert($0).inserted }
  }
}
