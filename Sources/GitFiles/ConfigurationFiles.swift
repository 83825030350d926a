package import GitModel
package import SystemPackage

/// The files that hold a repository's configuration.
///
/// Which files there are is decided here, since libgit2 1.5 ignores GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM,
/// GIT_CONFIG_NOSYSTEM and `config.worktree`.
package struct ConfigurationFiles {
  private static let limit = 16 << 20

  private let commonDirectory: FilePath
  private let gitDirectory: FilePath
  private let environment: [String: String]

  package init(
    commonDirectory: FilePath, gitDirectory: FilePath, environment: [String: String]
  ) {
    self.commonDirectory = commonDirectory
    self.gitDirectory = gitDirectory
    self.environment = environment
  }

  /// Returns the configuration where all files are plain, else `nil`.
  package func readPlain() -> Configuration? {
    var isPlain = true
    let configuration = read { _, _ in
      isPlain = false
      return []
    }
    return isPlain ? configuration : nil
  }

  /// Reads file by file, the weakest first, and adds what the environment says.
  ///
  /// - Parameter rare: Reads a file that is not plain: one that includes others, above all.
  package func read<Failure: Error>(
    _ rare: (FilePath, Configuration.Scope) throws(Failure) -> [Configuration.Entry]
  ) throws(Failure) -> Configuration {
    func read(
      _ path: FilePath, _ scope: Configuration.Scope
    ) throws(Failure) -> [Configuration.Entry] {
      if let entries = plainEntries(of: path, scope: scope) { return entries }
      return try rare(path, scope)
    }
    var entries: [Configuration.Entry] = []
    if let file = systemFile { entries += try read(file, .system) }
    for file in globalFiles { entries += try read(file, .global) }
    let local = try read(commonDirectory.appending("config"), .local)
    entries += local
    // One key is looked for, and a file may hold thousands of others, for branches.
    let extensions = local.filter { $0.key.hasPrefix("extensions.") }
    if (try? Configuration(entries: extensions).boolean("extensions.worktreeConfig")) == true {
      entries += try read(gitDirectory.appending("config.worktree"), .worktree)
    }
    entries += Configuration.entries(fromEnvironment: environment)
    return Configuration(entries: entries)
  }

  /// Returns what a plain file holds, nothing where there is none; `nil` for any other file.
  private func plainEntries(
    of path: FilePath, scope: Configuration.Scope
  ) -> [Configuration.Entry]? {
    // An empty name in GIT_CONFIG_GLOBAL or GIT_CONFIG_SYSTEM means no file, as in git.
    if path.isEmpty { return [] }
    do {
      return ConfigurationFile.entries(
        in: try SmallFile.read(path, limit: Self.limit), scope: scope)
    } catch {
      return error as? Errno == .noSuchFileOrDirectory ? [] : nil
    }
  }

  private var systemFile: FilePath? {
    if GitEnvironment.isTrue(environment["GIT_CONFIG_NOSYSTEM"]) { return nil }
    return FilePath(environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig")
  }

  private var globalFiles: [FilePath] {
    if let file = environment["GIT_CONFIG_GLOBAL"] { return [FilePath(file)] }
    let home = environment["HOME"].map { FilePath($0) }
    var files: [FilePath] = []
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty {
      files.append(FilePath(folder).pushing("git/config"))
    } else if let home {
      files.append(home.pushing(".config/git/config"))
    }
    if let home { files.append(home.pushing(".gitconfig")) }
    return files
  }
}
