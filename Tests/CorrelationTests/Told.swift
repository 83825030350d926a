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
