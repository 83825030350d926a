/// The project on a forge that a remote's URL names.
package struct ForgeRemote: Hashable, Sendable {
  /// The forges whose pull requests have a known address.
  package enum Kind: String, Hashable, Sendable {
    case gitHub = "github"
  }

  package let kind: Kind
  package let host: String
  /// `owner/name`.
  package let project: String

  /// Reads a remote's URL: `https://host/owner/name.git`, `ssh://git@host/owner/name` or
  /// `git@host:owner/name.git`; `nil` where it tells of no known forge.
  package init?(url: String) {
    guard let (host, path) = Self.split(url) else { return nil }
    guard host == "github.com" || host == "ssh.github.com" else { return nil }
    var project = path
    while project.hasSuffix("/") { project = project.dropLast() }
    if project.hasSuffix(".git") { project = project.dropLast(4) }
    let names = project.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy(Self.isName) else { return nil }
    kind = .gitHub
    self.host = "github.com"
    self.project = String(project)
  }

  /// Returns the address of a pull request.
  package func pullRequestURL(_ number: Int) -> String {
    switch kind {
    case .gitHub: "https://\(host)/\(project)/pull/\(number)"
    }
  }

  private static func split(_ url: String) -> (host: String, path: Substring)? {
    if let scheme = url.firstRange(of: "://") {
      guard ["https", "http", "ssh", "git"].contains(url[..<scheme.lowerBound].lowercased()) else {
        return nil
      }
      let rest = url[scheme.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      return (host(of: rest[..<slash]), rest[rest.index(after: slash)...])
    }
    // The short form of ssh: a colon before any slash.
    guard let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/") else { return nil }
    let path = url[url.index(after: colon)...].drop { $0 == "/" }
    return (host(of: url[..<colon]), path)
  }

  private static func host(of authority: Substring) -> String {
    let host = authority.split(separator: "@").last ?? authority
    return host.prefix { $0 != ":" }.lowercased()
  }

  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isWholeNumber || "._-".contains($0)) }
  }
}
