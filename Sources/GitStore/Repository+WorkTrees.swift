import CLibgit2
import GitFiles
import GitModel
import SystemPackage

extension Repository {
  /// Returns every other work tree of the repository: the main one, where this is a linked one, and the
  /// linked ones by name.
  ///
  /// The corresponding C function is `git_worktree_list`, which leaves damaged ones out.
  package func otherWorkTrees() throws(GitError) -> [WorkTreePlace] {
    var places: [WorkTreePlace] = []
    if let root = mainWorkTree {
      places.append(place(root: root, gitDirectory: commonDirectory))
    }
    var names = git_strarray()
    try check(git_worktree_list(&names, handle.pointer), "list the work trees")
    defer { git_strarray_dispose(&names) }
    for position in 0..<names.count {
      guard let name = names.strings[position] else { continue }
      let folder = commonDirectory.appending("worktrees").appending(String(cString: name))
      // The file names the `.git` file of the work tree, since git 2.48 also relative to its own folder.
      guard let line = Self.firstLine(of: folder.appending("gitdir")) else { continue }
      let root = folder.pushing(FilePath(line)).lexicallyNormalized().removingLastComponent()
      places.append(place(root: root, gitDirectory: folder))
    }
    return places.filter { $0.gitDirectory.lexicallyNormalized() != ownDirectory }
  }

  private var ownDirectory: FilePath { gitDirectory.lexicallyNormalized() }

  /// The main work tree: what `core.worktree` says, else the folder around `.git`. A bare repository has
  /// none.
  private var mainWorkTree: FilePath? {
    if let configured = configuration.strings("core.worktree", in: [.local]).last {
      return commonDirectory.pushing(FilePath(configured)).lexicallyNormalized()
    }
    let common = commonDirectory.lexicallyNormalized()
    return common.lastComponent?.string == ".git" ? common.removingLastComponent() : nil
  }

  private func place(root: FilePath, gitDirectory: FilePath) -> WorkTreePlace {
    let head = Self.firstLine(of: gitDirectory.appending("HEAD"))
    return WorkTreePlace(
      root: root, gitDirectory: gitDirectory, detachedHead: head.flatMap { ObjectID($0) })
  }

  private static func firstLine(of path: FilePath) -> String? {
    guard let bytes = try? SmallFile.read(path, limit: 1 << 16) else { return nil }
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
