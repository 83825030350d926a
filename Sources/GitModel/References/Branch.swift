/// A branch: a reference under `refs/heads/` or `refs/remotes/`.
package struct Branch: Hashable, Sendable {
  /// The full name of the reference: `refs/heads/main`, `refs/remotes/origin/main`.
  package let reference: String
  /// The name as people use it, without the remote: `main`.
  package let name: String
  /// The remote that a remote-tracking branch follows, `nil` for a local branch.
  package let remote: String?
  package let head: ObjectID
  /// The full name of the reference that this local branch is configured to follow, whether it exists
  /// or not; `nil` without such configuration.
  package let upstream: String?

  package init(
    reference: String, name: String, remote: String?, head: ObjectID, upstream: String?
  ) {
    self.reference = reference
    self.name = name
    self.remote = remote
    self.head = head
    self.upstream = upstream
  }

  /// The shortest name that git understands: `main`, `origin/main`.
  package var shorthand: String { remote.map { "\($0)/\(name)" } ?? name }
}
