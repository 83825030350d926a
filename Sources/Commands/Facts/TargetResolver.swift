import GitModel
import GitStore

/// Finds the branch that work lands on.
struct TargetResolver {
  let repository: Repository
  let branches: [Branch]
  let head: Head

  /// The target: the full name of its reference (or the revision as it was given) and its commit.
  struct Target {
    let reference: String
    let commit: ObjectID
  }

  /// Returns the target; `nil` where the repository has no branch that could be one.
  ///
  /// - Parameters:
  ///   - requested: What `--target` names; it must exist.
  ///   - isBehind: Says whether the first commit is an ancestor of the second and another one.
  func resolve(
    requested: String?, isBehind: (ObjectID, ObjectID) throws(GitError) -> Bool
  ) throws -> Target? {
    if let requested { return try preferringUpstream(named(requested), isBehind) }
    // Of several targets the first one that exists is the one that plans land on.
    for name in repository.configuration.strings("execplan.target") where !name.isEmpty {
      if let target = try target(named: name) { return try preferringUpstream(target, isBehind) }
    }
    return try preferringUpstream(standard(), isBehind)
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
    guard let commit = try repository.commit(named: name) else { return nil }
    return Target(reference: try repository.reference(named: name) ?? name, commit: commit)
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
    _ target: Target?, _ isBehind: (ObjectID, ObjectID) throws(GitError) -> Bool
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
