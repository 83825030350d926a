import GitModel
import GitStore

/// Answers what a merge would give, without making it.
final class MergeTrial {
  private let reader: TreeReader
  private let merger: TreeMerger

  init(_ repository: Repository, reader: TreeReader) {
    self.reader = reader
    merger = TreeMerger(repository, reader: reader)
  }

  /// How many answers were no because files are too long to be merged.
  var passedOver: Int { merger.passedOver }

  /// Says whether merging `theirs` into `ours` would leave `ours` as it is.
  ///
  /// Most answers need no merge: where one file is in `ours` as it was in `base`, merging would change it;
  /// where all are as in `theirs`, it would not.
  func changesNothing(
    merging theirs: ObjectID, into ours: ObjectID, base: ObjectID
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      var allSame = true
      for change in try reader.changes(from: base, to: theirs) ?? [] {
        let item = try reader.item(at: change.path, in: ours)
        if item == change.new { continue }
        if item == change.old { return false }
        allSame = false
      }
      if allSame { return true }
      return try gives(ours, merging: theirs, into: ours, base: base)
    } catch  where error.code == .notFound {
      return false
    }
  }

  /// Says whether merging `theirs` into `ours` gives the tree `expected`, without conflicts.
  func gives(
    _ expected: ObjectID, merging theirs: ObjectID, into ours: ObjectID, base: ObjectID
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      return try merger.merging(theirs, into: ours, base: base, gives: expected)
    } catch  where error.code == .notFound {
      return false
    }
  }
}
