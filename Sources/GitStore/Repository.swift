import CLibgit2
package import GitFiles
package import GitModel
package import SystemPackage

/// A git repository, opened.
///
/// Not `Sendable`: libgit2 lets one thread at a time use a repository. Every method that takes or
/// gives references, trees and configuration does so as values.
package final class Repository {
  let handle: Handle
  /// The repository's own folder: `.git`, or `.git/worktrees/<name>` in a linked work tree.
  package let gitDirectory: FilePath
  /// The folder that all work trees share: `.git`.
  package let commonDirectory: FilePath
  /// The root of the work tree, `nil` in a bare repository.
  package let workTree: FilePath?
  /// All scopes of configuration, read when the repository was opened.
  package let configuration: Configuration
  /// Where a shallow clone's history ends: commits whose parents are not there.
  package let shallowCommits: Set<ObjectID>
  let environment: [String: String]
  private let directory: FilePath

  /// Opens the repository that git would use in `directory`: the one that GIT_DIR names, else the one
  /// whose work tree or git folder holds `directory`.
  ///
  /// The corresponding C function is `git_repository_open_ext`.
  package init(
    at directory: FilePath, environment: [String: String]
  ) throws(GitError) {
    Libgit2.start()
    let opened = try Discovery.open(at: directory, environment: environment)
    handle = opened
    self.environment = environment
    self.directory = directory
    let pointer = handle.pointer
    gitDirectory = FilePath(String(cString: git_repository_path(pointer)))
    commonDirectory = FilePath(String(cString: git_repository_commondir(pointer)))
    workTree = git_repository_workdir(pointer).map { FilePath(String(cString: $0)) }
    configuration = try ConfigurationFiles(
      commonDirectory: commonDirectory, gitDirectory: gitDirectory, environment: environment
    ).read(for: pointer)
    guard
      Ownership(configuration: configuration, environment: environment)
        .isTrusted(gitDirectory: gitDirectory, workTree: workTree)
    else { throw Self.foreign(workTree ?? gitDirectory) }
    shallowCommits = Self.readShallowFile(commonDirectory.appending("shallow"))
  }

  /// Opens the same repository once more, for work that must not touch this one's state.
  func openAgain() throws(GitError) -> Handle {
    try Discovery.open(at: directory, environment: environment)
  }

  /// The branch, and what is in progress.
  package var state: RepositoryState { RepositoryState(gitDirectory: gitDirectory) }

  /// Whether history was cut off when the repository was cloned.
  package var isShallow: Bool { !shallowCommits.isEmpty }

  /// The folder where git looks for hooks, as `git rev-parse --git-path hooks` says; `nil` where
  /// `core.hooksPath` is empty, which turns hooks off.
  package var hooksDirectory: FilePath? {
    let home = environment["HOME"]
    guard let configured = configuration.path("core.hooksPath", home: home) else {
      return commonDirectory.appending("hooks")
    }
    if configured.isEmpty { return nil }
    let path = FilePath(configured)
    return path.isAbsolute ? path : (workTree ?? gitDirectory).pushing(path)
  }

  private static func foreign(_ place: FilePath) -> GitError {
    GitError(
      code: .owner, attempt: "open the repository at \(place)",
      reason: "it belongs to another user",
      hint: "run 'git config --global --add safe.directory \(place)' if you trust it")
  }

  private static func readShallowFile(_ path: FilePath) -> Set<ObjectID> {
    guard let text = try? SmallFile.read(path, limit: 64 << 20) else { return [] }
    return Set(text.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) })
  }
}
