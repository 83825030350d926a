/// A reference of a pull request as this repository has it.
package struct FetchedPull: Hashable, Sendable {
  package let reference: PullReference
  package let target: ObjectID
  /// The remote that it was fetched from, `nil` where its name does not tell.
  package let remote: String?
  /// Whether all references of its kind were fetched along with it.
  package let isOneOfAll: Bool

  package init(reference: PullReference, target: ObjectID, remote: String?, isOneOfAll: Bool) {
    self.reference = reference
    self.target = target
    self.remote = remote
    self.isOneOfAll = isOneOfAll
  }
}
