/// A pull request through which work of a plan came.
package struct PullRequest: Hashable, Sendable {
  /// Where its number was read, the plainest first.
  package enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// The message of a merge.
    case merge
    /// The title of a commit that the forge squashed.
    case squash
    /// A line of the message, such as `Reviewed-on: https://…`.
    case trailer
    /// A reference of the forge, which leads to a commit of the plan or to what a merge brought in.
    case ref
  }

  package enum Confidence: String, Hashable, Sendable {
    case high
    /// It may be an issue, or the pull request of somebody else's copy of the project.
    case low
  }

  package let number: Int
  package let evidence: Evidence
  package let confidence: Confidence

  package init(number: Int, evidence: Evidence, confidence: Confidence = .high) {
    self.number = number
    self.evidence = evidence
    self.confidence = confidence
  }

  /// Returns each pull request once, by number, with the plainest evidence and the highest confidence.
  package static func joined(_ requests: some Sequence<PullRequest>) -> [PullRequest] {
    Dictionary(grouping: requests, by: \.number).sorted { $0.key < $1.key }.map { number, all in
      PullRequest(
        number: number,
        evidence: Evidence.allCases.first { each in all.contains { $0.evidence == each } } ?? .ref,
        confidence: all.contains { $0.confidence == .high } ? .high : .low)
    }
  }
}
