import GitModel
import JSON

/// The commits that a run of a CI service is about, as the service tells it in the environment.
struct CIRange: Hashable {
  /// The revision before, `nil` where there is none, as with a new branch.
  let base: String?
  let tip: String
  /// The service and what it runs for, for people.
  let name: String

  private static let nothing = ObjectID.zero.description

  /// Reads the environment; `nil` outside of the services that are known.
  ///
  /// - Parameter event: The content of the file that GITHUB_EVENT_PATH names.
  init?(_ variables: [String: String], event: [UInt8]?) {
    func value(_ name: String) -> String? {
      variables[name].flatMap { $0.isEmpty || $0 == Self.nothing ? nil : $0 }
    }
    if variables["GITHUB_ACTIONS"] == "true" {
      guard let kind = value("GITHUB_EVENT_NAME") else { return nil }
      let event = event.flatMap { JSONParser.parse($0) }
      func sha(_ path: String...) -> String? {
        let text = path.reduce(event) { $0?[$1] }?.text
        return text.flatMap { $0.isEmpty || $0 == Self.nothing ? nil : $0 }
      }
      let ends: (base: String?, tip: String?)
      switch kind {
      case "pull_request", "pull_request_target", "pull_request_review":
        ends = (
          sha("pull_request", "base", "sha") ?? value("GITHUB_BASE_REF").map { "origin/\($0)" },
          sha("pull_request", "head", "sha")
        )
      case "merge_group":
        ends = (sha("merge_group", "base_sha"), sha("merge_group", "head_sha"))
      case "push": ends = (sha("before"), sha("after"))
      default: return nil
      }
      base = ends.base
      tip = ends.tip ?? value("GITHUB_SHA") ?? "HEAD"
      name = "GitHub Actions, \(kind)"
    } else if variables["GITLAB_CI"] == "true" {
      guard let commit = value("CI_COMMIT_SHA") else { return nil }
      if let before = value("CI_MERGE_REQUEST_DIFF_BASE_SHA") {
        base = before
        tip = value("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? commit
        name = "GitLab CI, merge request"
      } else {
        base = value("CI_COMMIT_BEFORE_SHA")
        tip = commit
        name = "GitLab CI, push"
      }
    } else {
      return nil
    }
  }
}

extension JSONValue {
  /// Returns the member of an object, `nil` where there is none.
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first(where: { $0.key == key })?.value
  }

  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
