/// Why a commit is held to belong to a plan, the strongest first.
package enum Evidence: UInt8, Hashable, Sendable, CaseIterable {
  /// A trailer in the message's final block, as git parses trailers.
  case trailer = 1
  /// The same lines in a git note.
  case note = 2
  /// The same lines elsewhere in the message, where squash merges and repeated `-m` put them.
  case body = 4
  /// A merge that belongs to the plan brought the commit in.
  case merge = 8
  /// A branch of the plan holds the commit, and the target does not.
  case branch = 16
  /// The target holds the work of a commit of the plan in this one: rebased, picked or squashed.
  case copy = 32

  /// The word that reports use.
  package var name: String {
    switch self {
    case .trailer: "trailer"
    case .note: "note"
    case .body: "body"
    case .merge: "merge"
    case .branch: "branch"
    case .copy: "copy"
    }
  }
}

/// Several reasons at once.
package struct EvidenceSet: Hashable, Sendable {
  private var bits: UInt8 = 0

  package init(_ evidence: Evidence...) { for each in evidence { insert(each) } }

  package mutating func insert(_ evidence: Evidence) { bits |= evidence.rawValue }

  package func contains(_ evidence: Evidence) -> Bool { bits & evidence.rawValue != 0 }

  /// The members, the strongest first.
  package var members: [Evidence] { Evidence.allCases.filter(contains) }

  /// Whether the commit itself says so, in its message or its note.
  package var isExplicit: Bool {
    contains(.trailer) || contains(.note) || contains(.body)
  }
}
