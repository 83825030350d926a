import CLibgit2
import GitFiles
import GitModel
import SystemPackage

/// Finds and opens a repository by git's rules.
///
/// `GIT_REPOSITORY_OPEN_FROM_ENV` is not used: libgit2 1.5 refuses GIT_WORK_TREE ("unimplemented") and
/// trips over GIT_NAMESPACE, so the variables are read here.
enum Discovery {
  static func open(
    at directory: FilePath, environment: [String: String]
  ) throws(GitError) -> Handle {
    let repository = try openDirectory(directory, environment: environment)
    try applyWorkTree(to: repository, directory: directory, environment: environment)
    try addObjectDirectories(to: repository, directory: directory, environment: environment)
    return repository
  }

  private static func openDirectory(
    _ directory: FilePath, environment: [String: String]
  ) throws(GitError) -> Handle {
    let gitDirectory = value("GIT_DIR", in: environment)
    let path = gitDirectory.map { absolute($0, in: directory) } ?? directory
    var flags: UInt32 = 0
    if gitDirectory != nil {
      // GIT_DIR names the folder itself: nothing is searched.
      flags |= GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    }
    if GitEnvironment.isTrue(environment["GIT_DISCOVERY_ACROSS_FILESYSTEM"]) {
      flags |= GIT_REPOSITORY_OPEN_CROSS_FS.rawValue
    }
    let attempt = "open the repository at \(path)"
    do {
      return try Handle.make(attempt, free: git_repository_free) {
        git_repository_open_ext(&$0, path.string, flags, environment["GIT_CEILING_DIRECTORIES"])
      }
    } catch {
      throw explain(error, path: path, isGitDirectory: gitDirectory != nil)
    }
  }

  /// Turns libgit2's words into what a person can act on.
  private static func explain(
    _ error: GitError, path: FilePath, isGitDirectory: Bool
  ) -> GitError {
    let reason = error.reason.lowercased()
    if reason.contains("objectformat") {
      return GitError(
        code: error.code, attempt: error.attempt, reason: "its objects have SHA-256 names",
        hint: "use a repository with SHA-1 names; libgit2 cannot read the other kind")
    }
    if reason.contains("refstorage") {
      return GitError(
        code: error.code, attempt: error.attempt, reason: "its references are in a reftable",
        hint: "run 'git refs migrate --ref-format=files' in it; libgit2 cannot read reftables")
    }
    if error.code == .notFound {
      return GitError(
        code: .notFound, attempt: error.attempt,
        reason: isGitDirectory
          ? "GIT_DIR names no git repository"
          : "not a git repository (or any of the parent folders)",
        hint: "go to a repository, or name one with -C <path>")
    }
    return error
  }

  /// The work tree is GIT_WORK_TREE, else `core.worktree` and the rest, which libgit2 knows, else the
  /// current folder where GIT_DIR alone is set.
  private static func applyWorkTree(
    to repository: borrowing Handle, directory: FilePath, environment: [String: String]
  ) throws(GitError) {
    let pointer = repository.pointer
    var workTree = value("GIT_WORK_TREE", in: environment).map { absolute($0, in: directory) }
    if workTree == nil, value("GIT_DIR", in: environment) != nil,
      git_repository_is_bare(pointer) == 0, git_repository_is_worktree(pointer) == 0,
      !hasConfiguredWorkTree(pointer)
    {
      workTree = directory
    }
    guard let workTree else { return }
    try check(
      git_repository_set_workdir(pointer, workTree.string, 0), "use the work tree \(workTree)")
  }

  private static func hasConfiguredWorkTree(_ repository: OpaquePointer) -> Bool {
    var configuration: OpaquePointer?
    guard git_repository_config_snapshot(&configuration, repository) == 0 else { return false }
    defer { git_config_free(configuration) }
    var value: UnsafePointer<CChar>?
    let found = git_config_get_string(&value, configuration, "core.worktree") == 0
    git_error_clear()
    return found
  }

  /// Objects under GIT_OBJECT_DIRECTORY and GIT_ALTERNATE_OBJECT_DIRECTORIES count too, as in a
  /// pre-receive hook, where pushed objects wait in quarantine.
  private static func addObjectDirectories(
    to repository: borrowing Handle, directory: FilePath, environment: [String: String]
  ) throws(GitError) {
    var folders: [String] = []
    if let folder = value("GIT_OBJECT_DIRECTORY", in: environment) { folders.append(folder) }
    if let list = value("GIT_ALTERNATE_OBJECT_DIRECTORIES", in: environment) {
      folders.append(contentsOf: ObjectDirectories.paths(in: list))
    }
    guard !folders.isEmpty else { return }
    let pointer = repository.pointer
    let database = try Handle.make("open the object database", free: git_odb_free) {
      git_repository_odb(&$0, pointer)
    }
    for folder in folders {
      let path = absolute(folder, in: directory)
      try check(
        git_odb_add_disk_alternate(database.pointer, path.string), "read objects from \(path)")
    }
  }

  private static func value(_ name: String, in environment: [String: String]) -> String? {
    guard let value = environment[name], !value.isEmpty else { return nil }
    return value
  }

  private static func absolute(_ path: String, in directory: FilePath) -> FilePath {
    let path = FilePath(path)
    return path.isAbsolute ? path : directory.pushing(path)
  }
}
