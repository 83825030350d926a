package import GitModel

extension Repository {
  /// Returns the notes that a commit of a notes history holds, as blobs by the objects that they are about.
  /// Unlike a reference, a commit may be one that is only being pushed.
  ///
  /// - Complexity: one read for each folder of the tree; no note is read.
  package func noteBlobs(of commit: ObjectID) throws(GitError) -> [ObjectID: ObjectID] {
    guard let tree = try readCommit(commit, { commit, _ in commit.tree }) else { return [:] }
    let reader = try TreeReader(self)
    var found: [ObjectID: ObjectID] = [:]
    // Git spreads many notes over folders named after the first digits of the objects' names.
    var folders: [(tree: ObjectID, digits: [UInt8])] = [(tree, [])]
    while let folder = folders.popLast() {
      for entry in try reader.entries(of: folder.tree) {
        let digits = folder.digits + entry.nameBytes
        if entry.isTree {
          if digits.count < 40 { folders.append((entry.id, digits)) }
        } else if let annotated = ObjectID(hex: digits) {
          found[annotated] = entry.id
        }
      }
    }
    return found
  }
}
