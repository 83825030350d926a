package import Correlation
package import GitModel

/// What reports need beside the answers.
package struct ReportContext: Sendable {
  /// Where pull requests are.
  package var forge: Forge
  /// The first lines of messages, for the commits that the report shows.
  package var subjects: [ObjectID: String]

  package init(forge: Forge = Forge(), subjects: [ObjectID: String] = [:]) {
    self.forge = forge
    self.subjects = subjects
  }
}
