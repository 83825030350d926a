import GitModel
import GitStore
import Plans

/// A change of what a branch's configuration says of plans.
struct BranchSetting: Hashable {
  let branch: String
  let key: String
  /// The value that is replaced; `nil` where there is none.
  let old: String?
  let new: String

  /// Returns the values that name a plan or milestone which is known under another name now.
  ///
  /// - Parameter renamed: Returns the new name of what a value refers to; `nil` where it keeps its own.
  static func changes(
    of branch: String, _ session: Session, renamed: (PlanReference) -> PlanReference?
  ) -> [BranchSetting] {
    let configuration = session.repository.configuration
    return ["execplan", "execplanMilestone"].flatMap { key in
      configuration.strings("branch.\(branch).\(key)").compactMap { old in
        let references = PlanReference.references(inValue: old)
        guard references.contains(where: { renamed($0) != nil }) else { return nil }
        let words = references.compactMap { (renamed($0) ?? $0).value }
        return BranchSetting(
          branch: branch, key: key, old: old, new: words.joined(separator: " "))
      }
    }
  }

  /// Writes the value into the repository's own configuration.
  func write(_ session: Session) throws(GitError) {
    try session.repository.replaceConfiguration(
      "branch.\(branch).\(key)", value: old, with: new)
  }
}
