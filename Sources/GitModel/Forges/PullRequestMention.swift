/// A pull request that a commit's message names as the one that the commit came with.
package struct PullRequestMention: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// The title, or what a forge writes right below it.
    case title
    /// A line such as `Reviewed-on: https://…`.
    case trailer
  }

  package var number: Int
  package var place: Place
  /// The forges that write so.
  package var forges: [ForgeKind]
  /// The host, where the message gives an address.
  package var host: String?
  /// The project, where the message names it.
  package var project: String?
  /// Whose copy of the project the branch is from, where the message says so; `nil` for the project itself.
  package var source: String?
  /// Whether the words can mean nothing else; `(#12)` at a title's end may be an issue.
  package var isCertain: Bool
  /// Whether the forge made the commit. Then `(#12)` at the title's end is most likely its own.
  package var isCommittedByForge = false

  package init(
    number: Int, place: Place = .title, forges: [ForgeKind], host: String? = nil,
    project: String? = nil, source: String? = nil, isCertain: Bool = true
  ) {
    self.number = number
    self.place = place
    self.forges = forges
    self.host = host
    self.project = project
    self.source = source
    self.isCertain = isCertain
  }
}
