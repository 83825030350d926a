import CLibgit2
package import GitModel

extension Repository {
  /// What a walk met besides commits.
  package struct WalkSummary: Hashable, Sendable {
    /// How many commits were visited.
    package var visited = 0
    /// Parents that the repository does not hold although no shallow border says so.
    package var missing: [ObjectID] = []
  }

  /// Visits every commit that `tips` reach, each once, in no particular order.
  ///
  /// Objects are read raw and every one of them once. libgit2's own walker is slower by half, keeps all
  /// commits in its cache and fails at the first step of a shallow clone; here the ids of the `shallow`
  /// file simply end the walk. Tips that are no commits are passed over.
  ///
  /// - Parameter visit: Called with the commit's name, its header and its message, whose bytes are valid
  ///   during the call only.
  /// - Complexity: O(*n*) object reads for *n* commits.
  @discardableResult
  package func walk(
    from tips: some Sequence<ObjectID>, visit: (ObjectID, RawCommit, UnsafeRawBufferPointer) -> Void
  ) throws(GitError) -> WalkSummary {
    let database = try ObjectDatabase(of: self)
    var summary = WalkSummary()
    var seen: Set<ObjectID> = []
    var stack: [(id: ObjectID, isTip: Bool)] = []
    for tip in tips where seen.insert(tip).inserted { stack.append((tip, true)) }
    while let (id, isTip) = stack.popLast() {
      let isBorder = shallowCommits.contains(id)
      let parents: [ObjectID]?? = try database.withObject(id) { type, bytes in
        guard type == GIT_OBJECT_COMMIT, var commit = RawCommit(bytes) else { return nil }
        if isBorder { commit.parents = [] }
        visit(id, commit, UnsafeRawBufferPointer(rebasing: bytes[commit.messageRange]))
        return commit.parents
      }
      guard let parents = parents ?? nil else {
        if !isTip { summary.missing.append(id) }
        continue
      }
      summary.visited += 1
      for parent in parents where seen.insert(parent).inserted { stack.append((parent, false)) }
    }
    return summary
  }

  /// Reads one commit; `nil` where the repository does not hold it or it is another kind of object.
  package func readCommit<Result>(
    _ id: ObjectID, _ body: (RawCommit, UnsafeRawBufferPointer) -> Result
  ) throws(GitError) -> Result? {
    let database = try ObjectDatabase(of: self)
    let result: Result?? = try database.withObject(id) { type, bytes in
      guard type == GIT_OBJECT_COMMIT, let commit = RawCommit(bytes) else { return nil }
      return body(commit, UnsafeRawBufferPointer(rebasing: bytes[commit.messageRange]))
    }
    return result ?? nil
  }
}
