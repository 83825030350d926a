package import GitModel

/// Where a repository's pull requests are, as far as it is known.
package struct Forge: Hashable, Sendable {
  /// `nil` where nothing tells.
  package let kind: ForgeKind?
  /// The project, `nil` without a remote on another host.
  package let remote: ForgeRemote?
  /// The address of a pull request with `{number}` in place of the number, as a person configured it.
  private let template: String?

  package init(kind: ForgeKind? = nil, remote: ForgeRemote? = nil, template: String? = nil) {
    self.kind = kind ?? remote?.kind
    self.remote = remote
    self.template = template
  }

  /// Creates the forge that a remote's URL names.
  package init(url: String) { self.init(remote: ForgeRemote(url: url)) }

  /// Returns the address of a pull request, `nil` where none is known.
  package func url(of number: Int) -> String? {
    if let template {
      return template.split(separator: Self.placeholder, omittingEmptySubsequences: false)
        .joined(separator: String(number))
    }
    return remote?.pullRequestURL(number)
  }

  /// Returns a pull request as people write it: `#12`, on GitLab `!12`.
  package func name(of number: Int) -> String { "\(kind?.mark ?? "#")\(number)" }

  /// Returns the address, without one the name.
  package func link(to number: Int) -> String { url(of: number) ?? name(of: number) }

  /// Says whether a pull request that a message names can be one of this project.
  package func owns(_ mention: PullRequestMention) -> Bool {
    if let kind, !mention.forges.isEmpty, !mention.forges.contains(kind) { return false }
    guard let remote else { return true }
    if let host = mention.host, !remote.isAt(host) { return false }
    return mention.project.map(remote.isNamed) ?? true
  }

  /// Says whether a message tells that a pull request was merged from a branch of this project itself, not of
  /// somebody's copy of it.
  func isOfOwnRepository(_ mention: PullRequestMention) -> Bool {
    if mention.project != nil { return owns(mention) }
    guard let source = mention.source, let remote else { return false }
    return remote.project.lowercased().hasPrefix(source.lowercased() + "/")
      || remote.isNamed(source)
  }

  /// Reads what a person writes for a pull request of this project: its address, `#12`, `!12`, `owner/name#12`.
  /// `nil` for anything else.
  package func number(in word: String) -> Int? {
    if let mark = word.first, mark == "#" || mark == "!" {
      return PullRequestNumber.read(word.dropFirst())
    }
    let numbers = word.split { !$0.isWholeNumber }.compactMap { PullRequestNumber.read($0) }
    if let number = numbers.first(where: { url(of: $0) == word }) { return number }
    guard remote != nil, let mention = PullRequestTrailer.mention(word), owns(mention) else {
      return nil
    }
    return mention.number
  }

  /// What stands for the number in a template.
  package static let placeholder = "{number}"
}
