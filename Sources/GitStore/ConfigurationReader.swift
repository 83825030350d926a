import CLibgit2
import GitModel
import SystemPackage

/// Reads configuration from every file that git reads.
///
/// Which files there are is decided here, since libgit2 1.5 ignores GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM,
/// GIT_CONFIG_NOSYSTEM and `config.worktree`. Plain files are read here too; libgit2 parses those with
/// escapes, and follows `include` and `includeIf`.
struct ConfigurationReader {
  private static let limit = 16 << 20

  let commonDirectory: FilePath
  let gitDirectory: FilePath
  let environment: [String: String]

  /// Returns the configuration of a repository.
  func read(for repository: OpaquePointer) throws(GitError) -> Configuration {
    try gather { path, scope throws(GitError) in
      if let entries = plainEntries(of: path, scope: scope) { return entries }
      return try entries(of: path, scope: scope, repository: repository)
    }
  }

  /// Returns the configuration of a repository that libgit2 has not opened; `nil` where a file is not plain.
  func readPlainFiles() -> Configuration? {
    var isPlain = true
    let configuration = gather { path, scope in
      if let entries = plainEntries(of: path, scope: scope) { return entries }
      isPlain = false
      return []
    }
    return isPlain ? configuration : nil
  }

  /// Reads file by file, the weakest first, and adds what the environment says.
  private func gather<Failure: Error>(
    _ read: (FilePath, Configuration.Scope) throws(Failure) -> [Configuration.Entry]
  ) throws(Failure) -> Configuration {
    var entries: [Configuration.Entry] = []
    for file in files() { entries += try read(file.path, file.scope) }
    let local = try read(commonDirectory.appending("config"), .local)
    entries += local
    let hasWorktreeFile = try? Configuration(entries: local).boolean("extensions.worktreeConfig")
    if hasWorktreeFile == true {
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

  private func files() -> [(path: FilePath, scope: Configuration.Scope)] {
    var files: [(FilePath, Configuration.Scope)] = []
    if !Discovery.isTrue(environment["GIT_CONFIG_NOSYSTEM"]) {
      files.append((FilePath(environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig"), .system))
    }
    if let global = environment["GIT_CONFIG_GLOBAL"] {
      files.append((FilePath(global), .global))
      return files
    }
    let home = environment["HOME"]
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty {
      files.append((FilePath(folder).pushing("git/config"), .global))
    } else if let home {
      files.append((FilePath(home).pushing(".config/git/config"), .global))
    }
    if let home { files.append((FilePath(home).pushing(".gitconfig"), .global)) }
    return files
  }

  private func entries(
    of path: FilePath, scope: Configuration.Scope, repository: OpaquePointer
  ) throws(GitError) -> [Configuration.Entry] {
    let attempt = "read the configuration in \(path)"
    let configuration = try Handle.make(attempt, free: git_config_free) { git_config_new(&$0) }
    let added = git_config_add_file_ondisk(
      configuration.pointer, path.string, GIT_CONFIG_LEVEL_LOCAL, repository, 0)
    // A file that is not there holds nothing.
    if added == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return []
    }
    try check(added, attempt)
    var iterator: OpaquePointer?
    try check(git_config_iterator_new(&iterator, configuration.pointer), attempt)
    defer { git_config_iterator_free(iterator) }
    var entries: [Configuration.Entry] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let code = git_config_next(&entry, iterator)
      if code == GIT_ITEROVER.rawValue { return entries }
      try check(code, attempt)
      guard let entry else { continue }
      entries.append(
        Configuration.Entry(
          key: String(cString: entry.pointee.name),
          value: entry.pointee.value.map { String(cString: $0) }, scope: scope))
    }
  }
}
