/// The URL of a remote that is on another host, taken apart as git does.
package struct RemoteAddress: Hashable, Sendable {
  /// `https` or `http` where the repository is in the web under the same address, else `nil`.
  package let webScheme: String?
  /// In lower case.
  package let host: String
  /// `nil` where the URL does not say.
  package let port: Int?
  /// The names between the slashes of the path, without `.git` at the end.
  package let path: [String]

  /// Reads `https://host/path`, `ssh://user@host:port/path`, `git://host/path` or `user@host:path`; `nil` for
  /// paths of this machine, other transports, and what no forge would have as a name.
  package init?(_ url: some StringProtocol) {
    let authority: Substring
    let path: Substring
    let url = String(url)
    if let scheme = url.firstRange(of: "://") {
      let name = url[..<scheme.lowerBound].lowercased()
      guard Self.schemes.contains(name) else { return nil }
      let rest = url[scheme.upperBound...]
      authority = rest.prefix { $0 != "/" }
      path = rest[authority.endIndex...]
      webScheme = name.hasPrefix("http") ? name : nil
      guard let (host, port) = Self.split(authority) else { return nil }
      self.host = host
      self.port = port
    } else {
      // The short form of ssh: a colon before any slash. It has no place for a port.
      guard let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/") else { return nil }
      authority = url[..<colon]
      path = url[url.index(after: colon)...]
      guard let (host, port) = Self.split(authority), port == nil else { return nil }
      self.host = host
      self.port = nil
      webScheme = nil
    }
    var names = path.split(separator: "/").map(String.init)
    if let last = names.last, last.hasSuffix(".git"), last != ".git" {
      names[names.count - 1] = String(last.dropLast(4))
    }
    guard !names.isEmpty, names.allSatisfy(Self.isName) else { return nil }
    self.path = names
  }

  private static let schemes = ["https", "http", "ssh", "git", "git+ssh", "ssh+git"]

  /// Splits `user@host:port`; `nil` where the host is no name.
  private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    let host = place.prefix { $0 != ":" }
    let isHost = host.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
    guard isHost, host.utf8.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    if host.endIndex == place.endIndex { return (host.lowercased(), nil) }
    let digits = place[place.index(after: host.endIndex)...]
    guard let port = PullRequestNumber.read(digits), port < 65_536 else { return nil }
    return (host.lowercased(), port)
  }

  /// Whether a part of a path can stand in an address as it is.
  private static func isName(_ name: String) -> Bool {
    name != "." && name != ".."
      && name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "._-~+%".utf8.contains($0) }
  }
}
