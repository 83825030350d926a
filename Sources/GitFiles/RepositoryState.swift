package import SystemPackage

/// What the small files of a git directory tell: the branch, and what is in progress.
package struct RepositoryState: Sendable {
  private static let limit = 1 << 16

  /// The repository's own folder: `.git`, or `.git/worktrees/<name>` in a linked work tree.
  package let gitDirectory: FilePath

  package init(gitDirectory: FilePath) { self.gitDirectory = gitDirectory }

  /// Whether the folder holds HEAD, as every git directory does.
  var hasHead: Bool { content(of: "HEAD") != nil }

  /// The full name of the reference that HEAD points to; `nil` where HEAD is detached.
  package var headReference: String? { line(of: "HEAD", after: "ref: ") }

  /// The name of the branch at hand, the one that is being rebased where HEAD is detached for it; `nil`
  /// without one.
  package var branch: String? {
    headReference.map { $0.hasPrefix("refs/heads/") ? String($0.dropFirst(11)) : $0 }
      ?? rebasedBranch
  }

  /// The name of the branch that a rebase in progress rewrites; `nil` without one.
  package var rebasedBranch: String? {
    line(of: "rebase-merge/head-name", after: "refs/heads/")
      ?? line(of: "rebase-apply/head-name", after: "refs/heads/")
  }

  /// Whether a merge waits for its commit.
  package var isMerging: Bool { content(of: "MERGE_HEAD") != nil }

  /// What git wrote for the commit of the merge that waits.
  package var mergeMessage: [UInt8]? { content(of: "MERGE_MSG") }

  private func content(of name: String) -> [UInt8]? {
    try? SmallFile.read(gitDirectory.appending(name), limit: Self.limit)
  }

  /// Returns what stands in the first line of a file behind a prefix; `nil` where it begins in another way.
  private func line(of name: String, after prefix: String) -> String? {
    guard let bytes = content(of: name), bytes.starts(with: prefix.utf8) else { return nil }
    let rest = bytes.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: rest, as: UTF8.self)
  }
}
