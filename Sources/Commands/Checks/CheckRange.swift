import Correlation
import GitModel
import GitStore
import SystemPackage
import WorkTree

/// Finds the commits that `check` is to judge.
struct CheckRange {
  let session: Session
  let facts: RepositoryFacts

  /// What is to be judged, in words and as commits, newest first.
  struct Selection {
    let name: String
    let commits: [CommitIndex]
  }

  /// The longest event file that is read; GitHub's are smaller than this.
  private static let eventLimit = 16 << 20

  /// Returns what the CI service that runs this says, `nil` outside of any that is known.
  static func ofService(_ session: Session) -> CIRange? {
    let variables = session.environment.variables
    let event = variables["GITHUB_EVENT_PATH"].flatMap { path in
      (try? FileContent.read(
        session.environment.directory.pushing(FilePath(path)), limit: eventLimit)) ?? nil
    }
    return CIRange(variables, event: event)
  }

  /// Returns the commits that a person names.
  ///
  /// A revision alone stands for what it has beyond the target; one that the target has already, for itself.
  func named(_ text: String) throws -> Selection {
    let ranges = CommitRange(session: session, facts: facts)
    if try ranges.ends(of: text) != nil {
      return try checked(Selection(name: text, commits: try ranges.named(by: text)))
    }
    let tip = try commit(text)
    let beyond = beyondTarget(tip)
    return try checked(
      beyond.isEmpty
        ? Selection(name: text, commits: [tip])
        : Selection(name: "\(targetName)..\(text)", commits: beyond))
  }

  /// Returns what HEAD has beyond the target.
  func standard() throws -> Selection {
    guard facts.target != nil, let head = facts.head else {
      return Selection(name: "HEAD", commits: [])
    }
    if session.repository.isShallow, head == facts.target?.commit {
      // A clone of one branch takes that branch for the target, and would find nothing to check.
      throw CommandError(
        "this shallow clone does not tell what HEAD has beyond the target", hint: Self.depthHint)
    }
    return try checked(Selection(name: "\(targetName)..HEAD", commits: beyondTarget(head)))
  }

  /// Returns what HEAD has beyond the newest release among its ancestors, its own tag passed over.
  func sinceLastRelease() throws -> Selection {
    guard let head = facts.head else { return Selection(name: "HEAD", commits: []) }
    let tagged = Dictionary(facts.releases.map { ($0.commit, $0.name) }) { first, _ in first }
    let (commits, borders) = facts.graph.difference(
      from: [head], excluding: EmptyCollection()
    ) { $0 != head && tagged[$0] != nil }
    let name = borders.first.flatMap { tagged[$0] }
    return try checked(
      Selection(name: name.map { "\($0)..HEAD" } ?? "HEAD", commits: commits))
  }

  /// Returns the commits that a CI service runs for.
  func ofService(_ range: CIRange) throws -> Selection {
    guard let tip = try session.repository.commit(named: range.tip),
      let end = facts.graph.index(of: tip)
    else { throw missing(range.tip, range) }
    guard let base = range.base else {
      return try checked(
        Selection(name: "\(targetName)..\(range.tip)", commits: beyondTarget(end)))
    }
    guard let id = try session.repository.commit(named: base),
      let start = facts.graph.index(of: id)
    else {
      // What was there before a forced push is in no clone.
      if session.repository.isShallow || range.name.hasSuffix("request") {
        throw missing(base, range)
      }
      session.note("\(base) is gone; checking what \(range.tip) has beyond \(targetName)")
      return try checked(
        Selection(name: "\(targetName)..\(range.tip)", commits: beyondTarget(end)))
    }
    return try checked(
      Selection(
        name: "\(base)..\(range.tip)",
        commits: facts.graph.difference(from: [end], excluding: [start]).commits))
  }

  private var targetName: String { facts.target?.shorthand ?? "the target" }

  private func beyondTarget(_ tip: CommitIndex) -> [CommitIndex] {
    guard let target = facts.target?.commit else { return [tip] }
    return facts.graph.difference(from: [tip], excluding: [target]).commits
  }

  private func commit(_ name: String) throws -> CommitIndex {
    guard let commit = try CommitRange(session: session, facts: facts).named(by: name).first
    else { throw CommandError("there is no commit '\(name)'") }
    return commit
  }

  /// Refuses a range that runs into the border of a shallow clone: commits are missing from it, or it holds
  /// some that are none of it.
  private func checked(_ selection: Selection) throws -> Selection {
    guard selection.commits.contains(where: facts.shallowBorder.contains) else { return selection }
    throw CommandError(
      "this shallow clone hides a part of \(selection.name)", hint: Self.depthHint)
  }

  private func missing(_ name: String, _ range: CIRange) -> CommandError {
    CommandError(
      session.repository.isShallow
        ? "this shallow clone lacks the commit \(name), which \(range.name) names"
        : "there is no commit \(name), which \(range.name) names",
      hint: Self.depthHint)
  }

  private static let depthHint =
    "fetch the whole history: 'fetch-depth: 0' with actions/checkout, GIT_DEPTH: 0 in GitLab CI, "
    + "else 'git fetch --unshallow'"
}
