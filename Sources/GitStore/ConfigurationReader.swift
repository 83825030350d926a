import CLibgit2
import GitModel
import SystemPackage

/// Reads configuration from every file that git reads.
///
/// libgit2 parses the files and follows `include` and `includeIf`; which files there are is decided
/// here, since libgit2 1.5 ignores GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM and
/// `config.worktree`.
struct ConfigurationReader {
  let commonDirectory: FilePath
  let gitDirectory: FilePath
  let environment: [String: String]

  /// Returns the configuration of a repository.
  func read(for repository: OpaquePointer) throws(GitError) -> Configuration {
    var entries: [Configuration.Entry] = []
    for file in files() {
      entries += try self.entries(of: file.path, scope: file.scope, repository: repository)
    }
    let local = try self.entries(
      of: commonDirectory.appending("config"), scope: .local, repository: repository)
    entries += local
    let hasWorktreeFile = try? Configuration(entries: local).boolean("extensions.worktreeConfig")
    if hasWorktreeFile == true {
      entries += try self.entries(
        of: gitDirectory.appending("config.worktree"), scope: .worktree, repository: repository)
    }
    entries += Configuration.entries(fromEnvironment: environment)
    return Configuration(entries: entries)
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
    // An empty name in GIT_CONFIG_GLOBAL or GIT_CONFIG_SYSTEM means no file, as in git.
    if path.isEmpty { return [] }
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
