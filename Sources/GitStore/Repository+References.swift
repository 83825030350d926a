import CLibgit2
package import GitModel

extension Repository {
  /// Returns what HEAD says. The corresponding C function is `git_reference_lookup`.
  package func head() throws(GitError) -> Head {
    let reference = try Handle.make("read HEAD", free: git_reference_free) {
      git_reference_lookup(&$0, handle.pointer, "HEAD")
    }
    guard let target = git_reference_symbolic_target(reference.pointer) else {
      return .detached(ObjectID(git_reference_target(reference.pointer).pointee))
    }
    let name = String(cString: target)
    guard let commit = try referenceTarget(name) else { return .unborn(reference: name) }
    return .branch(reference: name, commit: commit)
  }

  /// Returns what a reference leads to, through symbolic references; `nil` where it does not exist.
  /// The corresponding C function is `git_reference_name_to_id`.
  package func referenceTarget(_ name: String) throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, handle.pointer, name)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the reference \(name)")
    return ObjectID(oid)
  }

  /// Returns the name that a symbolic reference points to; `nil` where it is none.
  package func symbolicTarget(_ name: String) throws(GitError) -> String? {
    var pointer: OpaquePointer?
    let code = git_reference_lookup(&pointer, handle.pointer, name)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the reference \(name)")
    defer { git_reference_free(pointer) }
    return git_reference_symbolic_target(pointer).map { String(cString: $0) }
  }

  /// Returns every branch, local ones first, each group by name. Symbolic remote-tracking references
  /// such as `origin/HEAD` are left out, as are references to what is no commit.
  ///
  /// - Complexity: one iteration over all references.
  package func branches() throws(GitError) -> [Branch] { try listing().branches }

  /// Returns every tag that leads to a commit, by name. Nested tags are followed.
  package func tags() throws(GitError) -> [Tag] { try listing().tags(in: self) }

  /// Returns branches, tags and the references of pull requests.
  ///
  /// - Complexity: one iteration over all references.
  package func listing() throws(GitError) -> ReferenceListing {
    ReferenceListing(try references(), of: self)
  }

  /// Returns the direct references, ordered by name.
  ///
  /// Iterating all and comparing names is much faster than a glob on repositories with many
  /// references. The corresponding C function is `git_reference_next`.
  package func references() throws(GitError) -> [(name: String, target: ObjectID)] {
    let attempt = "list the references"
    let iterator = try Handle.make(attempt, free: git_reference_iterator_free) {
      git_reference_iterator_new(&$0, handle.pointer)
    }
    var found: [(name: String, target: ObjectID)] = []
    while true {
      var reference: OpaquePointer?
      let code = git_reference_next(&reference, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      try check(code, attempt)
      defer { git_reference_free(reference) }
      guard let target = git_reference_target(reference) else { continue }
      found.append((String(cString: git_reference_name(reference)), ObjectID(target.pointee)))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// The full name of the reference that `branch.<name>.merge` and `.remote` make a branch follow.
  func upstream(of branch: String) -> String? {
    guard let remote = configuration.string("branch.\(branch).remote"),
      let merge = configuration.string("branch.\(branch).merge"), merge.hasPrefix("refs/heads/")
    else { return nil }
    return remote == "." ? merge : "refs/remotes/\(remote)/\(merge.dropFirst(11))"
  }

  /// Follows tag objects to a commit; `nil` where the chain ends at a tree or a blob, or is broken.
  ///
  /// Tags are read raw: libgit2 refuses one whose tagger has no date, which old and converted histories
  /// hold.
  func peel(
    _ id: ObjectID, in database: borrowing ObjectDatabase
  ) throws(GitError) -> (commit: ObjectID, taggerTime: Int64?)? {
    var current = id
    var outermost: RawTag?
    // No chain of tags is this long unless it was made to be hostile.
    for _ in 0..<64 {
      let found: (type: git_object_t, tag: RawTag?)? = try database.withObject(current) {
        type, bytes in
        (type, type == GIT_OBJECT_TAG ? RawTag(Array(bytes)) : nil)
      }
      guard let found else { return nil }
      if found.type == GIT_OBJECT_COMMIT { return (current, outermost?.taggerTime) }
      guard let tag = found.tag else { return nil }
      outermost = outermost ?? tag
      current = tag.object
    }
    return nil
  }
}
