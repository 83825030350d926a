import GitModel
import Plans

@testable import Correlation

/// The answers about a story, in words that tests compare.
struct Told {
  let answers: Answers

  /// The commits of a plan with their evidence: `["a": "trailer+branch"]`.
  func links(_ plan: Int) -> [String: String] {
    var found: [String: String] = [:]
    for commit in answers.links.commits {
      for link in answers.links.links(of: commit) where link.plan == plan - 1 {
        let name = Story.name(answers.facts.graph.id(of: commit))
        found[name] = link.evidence.members.map(\.name).joined(separator: "+")
      }
    }
    return found
  }

  func plan(_ number: Int = 1) -> PlanAnswer { answers.plans[number - 1] }

  /// The branches of a plan with their states: `["x": "open 2"]`.
  func branches(_ plan: Int = 1) -> [String: String] {
    var found: [String: String] = [:]
    for branch in self.plan(plan).branches {
      var words = [branch.state.rawValue]
      if let integration = branch.integration { words.append(integration.rawValue) }
      if branch.ahead > 0 { words.append("\(branch.ahead)") }
      if !branch.isPlanBranch { words.append("(by commits)") }
      found[branch.branch.shorthand] = words.joined(separator: " ")
    }
    return found
  }

  /// What each target has of a plan: `main landed 2, 0 missing, 0 reverted (merge)`.
  func targets(_ plan: Int = 1) -> [String] {
    self.plan(plan).targets.map { answer in
      let ways = answer.ways.keys.map(\.rawValue).sorted().joined(separator: " ")
      return "\(answer.target.shorthand) \(answer.state.rawValue): \(answer.landed) landed, "
        + "\(answer.missing) missing, \(answer.reverted) reverted (\(ways))"
    }
  }

  /// The commits of a plan with where they stand: `["a": "landed m"]`. In brackets is what is not counted.
  func states(_ plan: Int = 1) -> [String: String] {
    func name(_ commit: CommitIndex) -> String { Story.name(answers.facts.graph.id(of: commit)) }
    var found: [String: String] = [:]
    for commit in self.plan(plan).commits {
      let words =
        switch commit.state {
        case .landed(.merge(let merge)): "merged by \(name(merge))"
        case .landed(.fastForward): "landed"
        case .landed(.rebase(let copy)): "landed as \(name(copy))"
        case .landed(.squash(let copy)): "landed in \(name(copy))"
        case .landed(.content): "there"
        case .reverted(let revert): "reverted by \(name(revert))"
        case .withdrawn: "withdrawn"
        case .open: "open"
        case .unreachable: "unreachable"
        }
      found[name(commit.commit)] = commit.counts ? words : "(\(words))"
    }
    return found
  }

  /// The releases, oldest first: `v1 < nil: EP-1 partial 1/2, unplanned 0`.
  func releases() -> [String] { answers.allReleases().reversed().map(Self.line) }

  static func line(_ release: ReleaseAnswer) -> String {
    let plans = release.plans.map { released in
      "\(released.plan.position + 1) \(released.state.rawValue) \(released.landed)/\(released.known)"
    }
    return "\(release.tag ?? "unreleased") after \(release.previous ?? "nothing"): "
      + (plans + ["\(release.unplanned.count) unplanned"]).joined(separator: ", ")
  }
}
