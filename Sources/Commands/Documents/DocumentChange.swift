import GitModel
import Plans
import WorkTree

/// A document that gets new content, another path, or both.
struct DocumentChange {
  let from: RepositoryPath
  let to: RepositoryPath
  let old: [UInt8]
  let new: [UInt8]

  /// Reads a document and edits its front matter.
  ///
  /// - Parameter command: What to run again after a person has mended the document.
  init(
    of path: RepositoryPath, to: RepositoryPath? = nil, _ changes: [FrontMatterChange],
    in files: WorkFiles, command: String
  ) throws {
    guard let old = try files.read(path, limit: PlanDocument.sizeLimit) else {
      throw CommandError("the document \(path) is not in this work tree")
    }
    from = path
    self.to = to ?? path
    self.old = old
    do throws(FrontMatterEditError) {
      new = try FrontMatterEdit.setting(changes, in: old)
    } catch {
      throw CommandError(
        "cannot edit \(path): \(error.message)",
        hint: "change it by hand, then run '\(command)' again")
    }
  }
}

extension PlanCatalog {
  /// Returns the catalog as it is when documents have changed.
  func applying(_ changes: [DocumentChange]) -> PlanCatalog {
    replacing(
      Dictionary(changes.map { ($0.to, $0.new) }) { first, _ in first },
      removing: Set(changes.map(\.from)))
  }
}
