import CLibgit2
import GitModel

/// Raw access to objects: their bytes, without libgit2's parsed forms and caches.
struct ObjectDatabase: ~Copyable {
  private let handle: Handle

  /// Opens the object database of a repository. The corresponding C function is `git_repository_odb`.
  init(of repository: Repository) throws(GitError) {
    handle = try Handle.make("open the object database", free: git_odb_free) {
      git_repository_odb(&$0, repository.handle.pointer)
    }
  }

  /// Calls `body` with the bytes of an object, which are valid during the call only; returns `nil`
  /// where the repository does not hold it. The corresponding C function is `git_odb_read`.
  func withObject<Result>(
    _ id: ObjectID, _ body: (git_object_t, UnsafeRawBufferPointer) -> Result
  ) throws(GitError) -> Result? {
    var object: OpaquePointer?
    var oid = id.oid
    let code = git_odb_read(&object, handle.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the object \(id)")
    defer { git_odb_object_free(object) }
    let bytes = UnsafeRawBufferPointer(
      start: git_odb_object_data(object), count: git_odb_object_size(object))
    return body(git_odb_object_type(object), bytes)
  }

  /// Returns the type and size of an object without its content; `nil` where it is not there. The
  /// corresponding C function is `git_odb_read_header`.
  func header(of id: ObjectID) throws(GitError) -> (type: git_object_t, size: Int)? {
    var size = 0
    var type = GIT_OBJECT_INVALID
    var oid = id.oid
    let code = git_odb_read_header(&size, &type, handle.pointer, &oid)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the object \(id)")
    return (type, size)
  }
}
