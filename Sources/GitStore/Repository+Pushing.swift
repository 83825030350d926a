package import GitModel

extension Repository {
  /// Returns the commit that an object leads to, through tags; `nil` where it leads to none.
  ///
  /// - Throws: `GitError` where the repository lacks the object itself.
  package func commit(behind id: ObjectID) throws(GitError) -> ObjectID? {
    let database = try ObjectDatabase(of: self)
    guard try database.header(of: id) != nil else {
      throw GitError(
        code: .notFound, attempt: "read the object \(id)", reason: "the repository lacks it")
    }
    return try peel(id, in: database)?.commit
  }

  /// Returns the direct references as whoever pushes or fetches sees them, ordered by name: those of the
  /// namespace that GIT_NAMESPACE names, without its prefix.
  package func visibleReferences() throws(GitError) -> [(name: String, target: ObjectID)] {
    let prefix = (environment["GIT_NAMESPACE"] ?? "").split(separator: "/")
      .map { "refs/namespaces/\($0)/" }.joined()
    let all = try references()
    if prefix.isEmpty { return all }
    return all.filter { $0.name.hasPrefix(prefix) }
      .map { (String($0.name.dropFirst(prefix.count)), $0.target) }
  }
}
