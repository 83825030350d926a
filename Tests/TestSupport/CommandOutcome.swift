/// What a run of a program came to.
package struct CommandOutcome: Sendable {
  package let exitCode: Int32
  package let output: String
  package let errors: String

  /// The lines of the output.
  package var lines: [String] { output.split(separator: "\n").map(String.init) }
}
