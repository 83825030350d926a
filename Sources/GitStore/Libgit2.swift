import CLibgit2
import GitFiles
import GitModel

/// The library itself: started once, with the settings that suit reading each object once.
enum Libgit2 {
  /// Starts libgit2 on first use. The corresponding C function is `git_libgit2_init`.
  static func start() { _ = started }

  private static let started: Bool = {
    git_libgit2_init()
    // A history is read once: verifying hashes and keeping objects would only cost time and memory.
    _ = execplan_libgit2_set_option(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 0)
    _ = execplan_libgit2_set_option(Int32(GIT_OPT_ENABLE_CACHING.rawValue), 0)
    // libgit2 honours `safe.directory` only in part; `Ownership` applies git's own rule.
    _ = execplan_libgit2_set_option(Int32(GIT_OPT_SET_OWNER_VALIDATION.rawValue), 0)
    let names = RepositoryFiles.harmlessExtensions.map { strdup($0) }
    defer { for name in names { free(name) } }
    var pointers = names.map { UnsafePointer($0) }
    _ = execplan_libgit2_set_extensions(&pointers, pointers.count)
    return true
  }()
}

/// Owns one libgit2 object and frees it. The pointer is never kept beyond its owner.
struct Handle: ~Copyable {
  let pointer: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  init(_ pointer: OpaquePointer, free: @escaping (OpaquePointer?) -> Void) {
    self.pointer = pointer
    self.free = free
  }

  deinit { free(pointer) }

  /// Runs a C function that hands out an object, and owns what it hands out.
  static func make(
    _ attempt: @autoclosure () -> String, free: @escaping (OpaquePointer?) -> Void,
    _ body: (inout OpaquePointer?) -> Int32
  ) throws(GitError) -> Handle {
    var pointer: OpaquePointer?
    try check(body(&pointer), attempt())
    guard let pointer else {
      throw GitError(attempt: attempt(), reason: "libgit2 returned nothing")
    }
    return Handle(pointer, free: free)
  }
}

extension ObjectID {
  init(_ oid: git_oid) {
    self = withUnsafeBytes(of: oid.id) { ObjectID(bytes: $0) ?? .zero }
  }

  /// The name as libgit2 wants it.
  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid.id) { $0.copyBytes(from: bytes) }
    return oid
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
