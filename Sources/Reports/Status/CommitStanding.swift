import Correlation
import GitModel

/// Where a commit of a plan stands, in words.
struct CommitStanding {
  let commit: LinkedCommit
  let answers: Answers

  /// One word for scripts.
  var word: String {
    switch commit.state {
    case .landed: "landed"
    case .reverted: "reverted"
    case .withdrawn: "withdrawn"
    case .open: "open"
    case .unreachable: "unreachable"
    }
  }

  /// The way that landed work came to the target, `nil` for other work.
  var way: String? {
    guard case .landed(let way) = commit.state else { return nil }
    return (answers.landing.wayOfCopy(commit.commit) ?? way).integration.rawValue
  }

  /// The commit that brought the work to the target, or that took it back; `nil` where it is the commit
  /// itself, or none.
  var other: CommitIndex? {
    switch commit.state {
    case .landed(.merge(let merge)): merge
    case .landed(.rebase(let copy)), .landed(.squash(let copy)): copy
    case .reverted(let revert): revert
    case .landed, .withdrawn, .open, .unreachable: nil
    }
  }

  /// A few words for people.
  var phrase: String {
    let name = other.map { answers.facts.graph.id(of: $0).abbreviated } ?? ""
    switch commit.state {
    case .landed(.fastForward):
      return answers.landing.wayOfCopy(commit.commit)
        .map { "landed directly (\($0.integration.rawValue))" } ?? "landed directly"
    case .landed(.merge): return "landed through \(name)"
    case .landed(.rebase(let copy)):
      // What was picked from the target to a release branch.
      return commit.commit > copy ? "a copy of \(name)" : "landed as \(name)"
    case .landed(.squash): return "landed in \(name)"
    case .landed(.content): return "landed: merging it would change nothing"
    case .reverted: return "reverted by \(name)"
    case .withdrawn: return "taken back before it landed"
    case .open:
      return answers.landing.reached.contains(commit.commit)
        ? "open: the merge that reached it took nothing of it" : "open"
    case .unreachable: return "on no branch"
    }
  }
}
