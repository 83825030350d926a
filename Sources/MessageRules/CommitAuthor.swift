/// Who wrote a commit, as the commit says.
package struct CommitAuthor: Hashable, Sendable {
  package var name: String
  package var email: String

  package init(name: String, email: String) {
    self.name = name
    self.email = email
  }
}
