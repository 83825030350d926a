package import GitModel
package import SystemPackage

/// A repository as far as plain files tell of it.
///
/// Starting libgit2 and opening a repository takes longer than all else that most runs of a hook do. Where
/// anything is out of the ordinary there is no such value, and libgit2 has to be asked.
package struct RepositoryFiles: Sendable {
  package let gitDirectory: FilePath
  /// The folder that all work trees share: `.git`.
  package let commonDirectory: FilePath
  /// The root of the work tree.
  package let workTree: FilePath
  package let configuration: Configuration

  /// Looks for `.git` in the top folder of a work tree, where git runs hooks.
  package init?(at directory: FilePath, environment: [String: String]) {
    guard environment["GIT_WORK_TREE"] == nil, environment["GIT_COMMON_DIR"] == nil,
      let gitDirectory = Self.gitDirectory(of: directory)
    else { return nil }
    if let named = environment["GIT_DIR"], !named.isEmpty,
      directory.pushing(FilePath(named)).lexicallyNormalized() != gitDirectory
    {
      return nil
    }
    self.gitDirectory = gitDirectory
    workTree = directory
    let pointer = gitDirectory.appending("commondir")
    if let common = Self.path(in: pointer, after: "") {
      commonDirectory = gitDirectory.pushing(common).lexicallyNormalized()
    } else {
      commonDirectory = gitDirectory
    }
    let files = ConfigurationFiles(
      commonDirectory: commonDirectory, gitDirectory: gitDirectory, environment: environment)
    guard let configuration = files.readPlain(),
      Self.isOrdinary(configuration, gitDirectory: gitDirectory, workTree: directory),
      Ownership(configuration: configuration, environment: environment)
        .isTrusted(gitDirectory: gitDirectory, workTree: directory)
    else { return nil }
    self.configuration = configuration
  }

  package var state: RepositoryState { RepositoryState(gitDirectory: gitDirectory) }

  /// The extensions of the format that change nothing about how configuration, references and objects are
  /// read.
  package static let harmlessExtensions = [
    "worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees",
  ]

  /// Whether the repository has a format that is known here, and its work tree where the hook runs.
  private static func isOrdinary(
    _ configuration: Configuration, gitDirectory: FilePath, workTree: FilePath
  ) -> Bool {
    do {
      if let place = configuration.string("core.worktree"),
        gitDirectory.pushing(FilePath(place)).lexicallyNormalized() != workTree
      {
        return false
      }
      let version = try configuration.integer("core.repositoryFormatVersion") ?? 0
      return try (0...1).contains(version) && configuration.boolean("core.bare") != true
        && configuration.names(in: "extensions").allSatisfy(harmlessExtensions.contains)
    } catch {
      return false
    }
  }

  private static func gitDirectory(of directory: FilePath) -> FilePath? {
    let place = directory.appending(".git")
    if let link = path(in: place, after: "gitdir: ") {
      return directory.pushing(link).lexicallyNormalized()
    }
    // A folder cannot be read as a file, and is what it should be where it holds HEAD.
    return RepositoryState(gitDirectory: place).hasHead ? place : nil
  }

  /// Returns the path that a file holds; `nil` where there is no such file.
  private static func path(in file: FilePath, after prefix: String) -> FilePath? {
    guard let bytes = try? SmallFile.read(file, limit: 1 << 16),
      bytes.starts(with: prefix.utf8)
    else { return nil }
    let text = bytes.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    return text.isEmpty ? nil : FilePath(String(decoding: text, as: UTF8.self))
  }
}
