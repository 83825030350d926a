import GitModel
import GitStore

/// What a branch has new from one of its steps on. It grows step by step, so that a long branch is not compared
/// anew for each of its parts.
struct Stretch {
  /// A set of files that can grow, with its signature.
  struct Files {
    private var paths: Set<[UInt8]> = []
    private(set) var signature = PathSignature([])

    mutating func insert(_ path: [UInt8]) {
      if paths.insert(path).inserted { signature.add(path) }
    }
  }

  /// What the stretch begins at: the commit of the branch before it, or one of the target.
  let from: CommitIndex
  /// The newest commit of the target that the branch holds.
  let base: CommitIndex
  /// The commits of work that the target did not hold before.
  var covered: [CommitIndex] = []
  /// Those of them that are not found yet, or whose copies may be gone again.
  var left: [CommitIndex] = []
  /// The files that any of these touch.
  var filesLeft = Files()
  /// The files that differ between the two ends.
  var signature: PathSignature { ends.count > PathSignature.limit ? .vast : paths }
  private var paths = PathSignature([])
  private var ends: [[UInt8]: (old: TreeReader.Item?, new: TreeReader.Item?)] = [:]

  init(from: CommitIndex, base: CommitIndex) {
    self.from = from
    self.base = base
  }

  /// Adds a change of a file that follows all those before.
  mutating func add(_ change: TreeReader.Change) {
    if let known = ends[change.path] {
      if known.old == change.new {
        ends[change.path] = nil
        paths.remove(change.path)
      } else {
        ends[change.path] = (known.old, change.new)
      }
    } else {
      ends[change.path] = (change.old, change.new)
      paths.add(change.path)
    }
  }
}
