package import GitModel
package import SystemPackage

extension GitProgram {
  /// Returns the files below folders that an index holds, whatever its form; for split and sparse indexes,
  /// which libgit2 cannot read.
  package func indexedFiles(
    below roots: [RepositoryPath], index: FilePath, gitDirectory: FilePath
  ) throws(GitError) -> [TreeReader.File] {
    let git = setting("GIT_INDEX_FILE", to: index.string)
    let output = try git.require(
      ["--git-dir=\(gitDirectory)", "--literal-pathspecs", "ls-files", "--stage", "-z", "--"]
        + roots.map(\.description),
      in: gitDirectory, attempt: "read the index \(index)")
    return output.split(separator: "\0").compactMap { line in
      // "<mode> <object> <stage>\t<path>"
      guard let tab = line.firstIndex(of: "\t") else { return nil }
      let words = line[..<tab].split(separator: " ")
      guard words.count == 3, let blob = ObjectID(words[1]),
        let path = RepositoryPath(line[line.index(after: tab)...])
      else { return nil }
      return TreeReader.File(path: path, blob: blob, isRegular: words[0].hasPrefix("100"))
    }
  }
}
