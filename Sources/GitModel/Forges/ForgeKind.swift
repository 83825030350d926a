/// The kinds of forges whose pull requests are known: places where a project's branches are proposed and
/// merged.
package enum ForgeKind: String, Hashable, Sendable, CaseIterable {
  case gitHub = "github"
  case gitLab = "gitlab"
  /// Bitbucket Cloud.
  case bitbucket
  /// Bitbucket Data Center, once called Server.
  case bitbucketServer = "bitbucket-server"
  /// Gitea, and Forgejo, which came from it.
  case gitea
  /// Azure DevOps.
  case azure
  case gerrit

  private static let hosts: [String: ForgeKind] = [
    "github.com": .gitHub, "www.github.com": .gitHub, "ssh.github.com": .gitHub,
    "gitlab.com": .gitLab, "altssh.gitlab.com": .gitLab,
    "bitbucket.org": .bitbucket, "altssh.bitbucket.org": .bitbucket,
    "codeberg.org": .gitea, "gitea.com": .gitea,
    "dev.azure.com": .azure, "ssh.dev.azure.com": .azure,
    "opendev.org": .gerrit, "review.opendev.org": .gerrit,
  ]

  private static let domains: [(suffix: String, kind: ForgeKind)] = [
    (".ghe.com", .gitHub), (".visualstudio.com", .azure), (".googlesource.com", .gerrit),
  ]

  /// Creates the kind that a host's name tells, `nil` where it tells of none. Names like `gitlab.example.org`
  /// are somebody's choice and tell nothing.
  package init?(host: String) {
    let known = Self.hosts[host] ?? Self.domains.first { host.hasSuffix($0.suffix) }?.kind
    guard let known else { return nil }
    self = known
  }

  /// Creates the kind that a person's word means.
  package init?(word: String) {
    let word = word.lowercased()
    guard let kind = word == "forgejo" ? .gitea : ForgeKind(rawValue: word) else { return nil }
    self = kind
  }

  /// What stands before a pull request's number. On GitLab and Azure DevOps the other mark is an issue's.
  package var mark: Character { self == .gitLab || self == .azure ? "!" : "#" }
}
