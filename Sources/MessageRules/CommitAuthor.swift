package import GitModel

/// Who wrote a commit, as the commit says.
package struct CommitAuthor: Hashable, Sendable {
  package var name: String
  package var email: String

  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// Creates the author of the commit at hand, as git tells it to hooks of `git commit`, else as it is
  /// configured.
  ///
  /// - Parameter variables: The environment variables.
  package init(_ configuration: Configuration, _ variables: [String: String]) {
    func value(_ variable: String, _ name: String) -> String {
      variables[variable] ?? configuration.string("author.\(name)")
        ?? configuration.string("user.\(name)") ?? ""
    }
    self.init(
      name: value("GIT_AUTHOR_NAME", "name"), email: value("GIT_AUTHOR_EMAIL", "email"))
  }
}
