package import GitModel

/// The project on a forge that a remote's URL names.
package struct ForgeRemote: Hashable, Sendable {
  /// `nil` where the host does not tell.
  package let kind: ForgeKind?
  /// The host, as addresses of pull requests have it.
  package let host: String
  /// The project as the forge spells it: `owner/name`, `group/subgroup/name`, `PROJ/name`.
  package let project: String
  /// What stands before the number in the address of a pull request.
  private let address: String?

  /// Reads a remote's URL; `nil` where it names no host, or nothing that is a project there.
  ///
  /// - Parameter kind: What the forge is, where its host's name does not tell.
  package init?(url: String, kind: ForgeKind? = nil) {
    guard let remote = RemoteAddress(url) else { return nil }
    let kind = kind ?? ForgeKind(host: remote.host)
    self.kind = kind
    let host = Self.webHost(remote.host, kind: kind)
    self.host = host
    // A port of ssh tells nothing of the web, nor does the one that is meant anyway.
    let usual = remote.webScheme == "http" ? 80 : 443
    let isTold = remote.webScheme != nil && remote.port != usual
    let port = isTold ? remote.port.map { ":\($0)" } : nil
    let web = "\(remote.webScheme ?? "https")://\(host)\(port ?? "")/"
    guard let kind else {
      project = remote.path.joined(separator: "/")
      address = nil
      return
    }
    guard let place = ForgePlace(path: remote.path, forge: kind) else { return nil }
    project = place.project
    address = web + place.path
  }

  /// Returns the address of a pull request; `nil` where it is not known what the forge is.
  package func pullRequestURL(_ number: Int) -> String? { address.map { $0 + String(number) } }

  /// Says whether a project that a message names is this one.
  package func isNamed(_ name: String) -> Bool {
    let name = name.lowercased()
    let own = project.lowercased()
    // Behind the path of an unknown forge the project may not be the whole path.
    return name == own || kind == nil && own.hasSuffix("/" + name)
  }

  /// Says whether a host that a message names is this one, or the one that reviews its projects.
  package func isAt(_ name: String) -> Bool {
    host == name || kind == nil && ("review." + host == name || host == "review." + name)
  }

  private static func webHost(_ host: String, kind: ForgeKind?) -> String {
    switch host {
    case "www.github.com", "ssh.github.com": "github.com"
    case "altssh.gitlab.com": "gitlab.com"
    case "altssh.bitbucket.org": "bitbucket.org"
    case "ssh.dev.azure.com", "vs-ssh.visualstudio.com": "dev.azure.com"
    case "opendev.org": "review.opendev.org"
    default:
      if let dot = host.firstIndex(of: "."), host[dot...] == ".googlesource.com",
        !host[..<dot].hasSuffix("-review")
      {
        host[..<dot] + "-review" + host[dot...]
      } else {
        host
      }
    }
  }
}
