import GitModel

/// A document cannot be read.
struct UnreadableFile: TreeRule {
  let name = "unreadable-file"
  let summary = "every document can be read"
  let level = LintLevel.error

  func findings(in tree: PlanTree) -> [Finding] {
    tree.documents.compactMap { document in
      guard case .unreadable(let reason) = document.content else { return nil }
      return finding(at: document.path, reason: reason)
    }
  }

  func finding(at path: RepositoryPath, reason: String) -> Finding {
    finding(at: path, "the file cannot be read: \(reason)")
  }
}
