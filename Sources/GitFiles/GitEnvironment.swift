/// What git makes of environment variables.
package enum GitEnvironment {
  /// Reads a variable that is a boolean; one that is not set is false.
  package static func isTrue(_ text: String?) -> Bool {
    guard let text else { return false }
    return ["1", "true", "yes", "on"].contains(text.lowercased())
  }
}
