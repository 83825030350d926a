import GitModel

/// What tells whether two commits make the same change, wherever they stand.
///
/// It is the patch-id, with what a patch-id does not see: the content of binary files and submodules,
/// file modes, and empty files. Two commits have equal keys where `git cherry` takes them for equal, but
/// for changes of modes alone, which it does not tell apart, and for blocks that are added among others like
/// them, of which it may see another one, as it has no indent heuristic.
package struct PatchKey: Hashable, Sendable {
  /// What `git patch-id --stable` prints of the files whose content changes.
  let patchID: ObjectID
  /// One line for each file with something that the patch-id lacks, in the order of the paths.
  let further: [String]
}
