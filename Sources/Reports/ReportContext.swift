package import Correlation
package import GitModel

/// What reports need beside the answers.
package struct ReportContext: Sendable {
  /// Where pull requests have an address, `nil` without a known forge.
  package var forge: ForgeRemote?
  /// The first lines of messages, for the commits that the report shows.
  package var subjects: [ObjectID: String]

  package init(forge: ForgeRemote? = nil, subjects: [ObjectID: String] = [:]) {
    self.forge = forge
    self.subjects = subjects
  }
}
