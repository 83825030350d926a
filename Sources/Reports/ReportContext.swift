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

  /// Returns a pull request with the reason why it is known.
  func describe(_ request: PullRequest) -> String {
    let evidence =
      switch request.evidence {
      case .merge: "merge message"
      case .squash: "squash message"
      case .trailer: "line in a message"
      case .ref: "reference"
      }
    let doubt = request.confidence == .low ? ", not certain" : ""
    return "\(forge.link(to: request.number)) (\(evidence)\(doubt))"
  }
}
