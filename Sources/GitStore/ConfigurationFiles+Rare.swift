import CLibgit2
import GitFiles
import GitModel
import SystemPackage

extension ConfigurationFiles {
  /// Returns the configuration of a repository. libgit2 parses the files that are not plain, and follows
  /// `include` and `includeIf`.
  func read(for repository: OpaquePointer) throws(GitError) -> Configuration {
    try read { path, scope throws(GitError) in
      try Self.entries(of: path, scope: scope, repository: repository)
    }
  }

  private static func entries(
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
