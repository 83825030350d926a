package import GitModel
package import SystemPackage

extension GitProgram {
  /// Returns the commits that `tips` reach and nothing of `known` does, in no particular order:
  /// `git rev-list <tips> --not <known>`. Tags count for what they lead to.
  ///
  /// Git is asked because it ends such a walk soon, by the generation numbers of its commit-graph, where
  /// `known` holds thousands of references. What `known` names and the repository lacks is passed over.
  package func commits(
    from tips: some Sequence<ObjectID>, excluding known: some Sequence<ObjectID>,
    in directory: FilePath
  ) throws(GitError) -> [ObjectID] {
    // A replacement that somebody pushed must not hide commits.
    let git = setting("GIT_NO_REPLACE_OBJECTS", to: "1")
    let lines = tips.map { "\($0)\n" } + known.map { "^\($0)\n" }
    let output = try git.require(
      // Older versions read the standard input as soon as they see the option.
      ["rev-list", "--ignore-missing", "--stdin"], in: directory, input: Array(lines.joined().utf8),
      attempt: "list the new commits")
    return output.split(separator: "\n").compactMap { ObjectID($0) }
  }

  /// Says whether a commit reaches another one: `git merge-base --is-ancestor`.
  package func isAncestor(
    _ ancestor: ObjectID, of descendant: ObjectID, in directory: FilePath
  ) throws(GitError) -> Bool {
    let outcome = try setting("GIT_NO_REPLACE_OBJECTS", to: "1").run(
      ["merge-base", "--is-ancestor", "\(ancestor)", "\(descendant)"], in: directory)
    if outcome.exitCode == 0 || outcome.exitCode == 1 { return outcome.succeeded }
    throw GitError(
      attempt: "see whether \(descendant) holds \(ancestor)", reason: outcome.reason)
  }
}
