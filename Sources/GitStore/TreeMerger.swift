import CLibgit2
package import GitModel

/// Tries merges in memory.
///
/// Most answers need no merge: the names of files and folders tell. Else files are merged one by one, and
/// whole trees only where files were renamed, or came or went on both sides. For that a repository of its own
/// is opened, whose new objects go to memory: nothing is ever written to disk by a command that only looks.
package final class TreeMerger {
  let repository: Repository
  let reader: TreeReader
  private var memory: MemoryRepository?
  /// How many answers were no because a file is too long to be merged.
  package private(set) var passedOver = 0

  package init(_ repository: Repository, reader: TreeReader) {
    self.repository = repository
    self.reader = reader
  }

  /// Says whether merging `theirs` into `ours`, with `base` as what both come from, is free of conflicts and
  /// gives the tree `expected`.
  ///
  /// - Complexity: O(*n*) in the entries of the folders that differ, for most questions.
  package func merging(
    _ theirs: ObjectID, into ours: ObjectID, base: ObjectID, gives expected: ObjectID
  ) throws(GitError) -> Bool {
    let paths = try MergedPaths(
      merging: theirs, into: ours, base: base, expecting: expected, with: reader)
    switch paths.verdict {
    case .given: return true
    case .different: return false
    case .merge(let files):
      for file in files where try areLong([file.base, file.ours, file.theirs]) { return false }
      if let gives = try FileMerger(repository, reader: reader).merges(files) { return gives }
    case .unclear(let objects):
      if try areLong(objects) { return false }
    }
    return try mergeWhole(theirs, into: ours, base: base, gives: expected)
  }

  private func areLong(_ objects: [ObjectID]) throws(GitError) -> Bool {
    for object in objects {
      // The commit of a submodule is not there.
      if let size = try reader.size(of: object), size > TreeReader.contentLimit {
        passedOver += 1
        return true
      }
    }
    return false
  }

  private func mergeWhole(
    _ theirs: ObjectID, into ours: ObjectID, base: ObjectID, gives expected: ObjectID
  ) throws(GitError) -> Bool {
    if memory == nil { memory = try MemoryRepository(repository) }
    guard let memory else { return false }
    defer { memory.forget() }
    return try memory.merging(theirs, into: ours, base: base, gives: expected)
  }
}
