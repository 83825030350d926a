import Correlation
import GitModel
import GitStore

/// Finds the branch that work lands on, and those that are reported beside it.
struct TargetResolver {
  let repository: Repository
  let branches: [Branch]
  let head: Head

  /// A target: the full name of its reference (or the revision as it was given) and its commit.
  struct Target {
    let reference: String
    let commit: ObjectID

    /// The name as people write it.
    var shorthand: String { TargetFacts.shorthand(of: reference) }
  }

  /// Says whether the first commit is an ancestor of the second and another one.
  typealias Behind = (ObjectID, ObjectID) throws(GitError) -> Bool

  /// Returns the target; `nil` where the repository has no branch that could be one.
  ///
  /// - Parameter requested: What `--target` names; it must exist.
  func resolve(requested: String?, isBehind: Behind) throws -> Target? {
    if let requested { return try preferringUpstream(named(requested), isBehind) }
    // Of several targets the first one that exists is the one that plans land on.
    for name in configured where !Self.isPattern(name) {
      if let target = try target(named: name) { return try preferringUpstream(target, isBehind) }
    }
    return try preferringUpstream(standard(), isBehind)
  }

  /// Returns the other targets that are configured, by name or by pattern, in the order of the configuration;
  /// those of one pattern by name. What is not there is left out.
  func further(beside first: Target?, isBehind: Behind) throws(GitError) -> [Target] {
    var found: [Target] = []
    let home = home(of: first)
    var seen = Set([first].compactMap { $0 }.map { place($0.reference, home: home) })
    func add(_ target: Target) throws(GitError) {
      guard seen.insert(place(target.reference, home: home)).inserted,
        let target = try preferringUpstream(target, isBehind)
      else { return }
      found.append(target)
    }
    for name in configured {
      if Self.isPattern(name) {
        for branch in matching(name, home: home) {
          try add(Target(reference: branch.reference, commit: branch.head))
        }
      } else if let target = try target(named: name) {
        try add(target)
      }
    }
    return found
  }

  private var configured: [String] {
    repository.configuration.strings("execplan.target").filter { !$0.isEmpty }
  }

  /// No name of a branch has these characters.
  private static func isPattern(_ name: String) -> Bool { name.contains { "*?[".contains($0) } }

  /// The branches whose name a pattern matches, here and where the target is at home; the local ones first.
  private func matching(_ pattern: String, home: String) -> [Branch] {
    let pattern = GlobPattern(pattern)
    return branches.filter { branch in
      (branch.remote ?? home) == home
        && (pattern.matches(branch.name) || pattern.matches(branch.shorthand))
    }.sorted { left, right in
      (left.remote == nil ? 0 : 1, NaturalOrder(left.name), left.reference)
        < (right.remote == nil ? 0 : 1, NaturalOrder(right.name), right.reference)
    }
  }

  /// Where a target is at home: branches of the same name on other remotes are forks'.
  func home(of target: Target?) -> String {
    let branch = target.flatMap { target in branches.first { $0.reference == target.reference } }
    return branch?.remote
      ?? branch.flatMap { repository.configuration.string("branch.\($0.name).remote") } ?? "origin"
  }

  /// The same for both sides of one branch.
  private func place(_ reference: String, home: String) -> String {
    guard let branch = branches.first(where: { $0.reference == reference }),
      (branch.remote ?? home) == home
    else { return reference }
    return branch.name
  }

  private func named(_ name: String) throws -> Target {
    guard let target = try target(named: name) else {
      throw CommandError(
        "there is no branch or commit '\(name)' to take as the target",
        hint: "run 'git branch --all' to see the branches")
    }
    return target
  }

  private func target(named name: String) throws(GitError) -> Target? {
    for reference in ["refs/heads/\(name)", "refs/remotes/\(name)", name] {
      if let branch = branches.first(where: { $0.reference == reference }) {
        return Target(reference: branch.reference, commit: branch.head)
      }
    }
    if let commit = try repository.commit(named: name) {
      return Target(reference: try repository.reference(named: name) ?? name, commit: commit)
    }
    // A fresh clone has most branches on the remote only.
    return branches.first { $0.reference == "refs/remotes/origin/\(name)" }
      .map { Target(reference: $0.reference, commit: $0.head) }
  }

  /// `origin/HEAD`, else `init.defaultBranch`, else main or master, else the current branch.
  private func standard() throws(GitError) -> Target? {
    if let reference = try repository.symbolicTarget("refs/remotes/origin/HEAD"),
      let remote = branches.first(where: { $0.reference == reference })
    {
      // The branch has two sides here; the local one may hold merges that are not pushed yet.
      let local = branches.first {
        $0.remote == nil && $0.name == remote.name
          && ($0.upstream == nil || $0.upstream == reference)
      }
      let side = local ?? remote
      return Target(reference: side.reference, commit: side.head)
    }
    let configured = repository.configuration.string("init.defaultBranch")
    for name in [configured, "main", "master"].compactMap(\.self) {
      for remote in [nil, "origin"] {
        if let branch = branches.first(where: { $0.name == name && $0.remote == remote }) {
          return Target(reference: branch.reference, commit: branch.head)
        }
      }
    }
    switch head {
    case .branch(let reference, let commit): return Target(reference: reference, commit: commit)
    case .detached(let commit): return Target(reference: "HEAD", commit: commit)
    case .unborn: return branches.first.map { Target(reference: $0.reference, commit: $0.head) }
    }
  }

  /// Where the local target is strictly behind its upstream, the upstream counts.
  private func preferringUpstream(
    _ target: Target?, _ isBehind: Behind
  ) throws(GitError) -> Target? {
    guard let target,
      let local = branches.first(where: { $0.reference == target.reference }),
      local.remote == nil
    else { return target }
    let counterpart = local.upstream ?? "refs/remotes/origin/\(local.name)"
    guard let upstream = branches.first(where: { $0.reference == counterpart }),
      upstream.head != local.head, try isBehind(local.head, upstream.head)
    else { return target }
    return Target(reference: upstream.reference, commit: upstream.head)
  }
}
