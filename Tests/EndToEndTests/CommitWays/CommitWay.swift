import Testing

/// One way to make a commit, and the messages that come of it.
struct CommitWay: Sendable, CustomTestStringConvertible {
  let name: String
  /// A shell script, run on the plan's branch.
  let script: String
  /// What the script prints.
  let expected: String

  init(_ name: String, _ script: String, _ expected: String) {
    self.name = name
    self.script = script
    self.expected = expected
  }

  var testDescription: String { name }

  /// The trailers that the plan's branch gives.
  static let given = """
    ExecPlan: EP-20260101-001
    Milestone: EP-20260101-001/MS001

    """
}
