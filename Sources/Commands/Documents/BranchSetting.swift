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

  private var name: String { "branch.\(branch).\(key)" }

  /// Adds the new value beside the old one.
  func add(_ session: Session) throws(GitError) {
    if session.repository.configuration.strings(name).contains(new) { return }
    try session.repository.addConfiguration(name, value: new)
  }

  /// Takes the old value away.
  func removeOld(_ session: Session) throws(GitError) {
    if let old { try session.repository.removeConfiguration(name, value: old) }
  }
}
