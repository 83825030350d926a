import GitModel

/// Where a forge has a project, from the path of a remote's URL.
struct ForgePlace: Hashable, Sendable {
  /// The project as the forge's messages and addresses spell it.
  let project: String
  /// The path of the project's pull requests, up to the number.
  let path: String

  /// Finds the place; `nil` where the path is none of a project.
  init?(path names: [String], forge: ForgeKind) {
    let joined = names.joined(separator: "/")
    switch forge {
    case .gitHub, .bitbucket:
      guard names.count == 2 else { return nil }
      project = joined
      path = joined + (forge == .gitHub ? "/pull/" : "/pull-requests/")
    case .gitea:
      // It may stand below a path of its own.
      guard names.count >= 2 else { return nil }
      project = names.suffix(2).joined(separator: "/")
      path = joined + "/pulls/"
    case .gitLab:
      guard names.count >= 2 else { return nil }
      project = joined
      path = joined + "/-/merge_requests/"
    case .bitbucketServer:
      guard let place = Self.bitbucketServer(names) else { return nil }
      self = place
    case .azure:
      guard let place = Self.azure(names) else { return nil }
      self = place
    case .gerrit:
      // `a/` asks for a password and is no part of the project.
      let own = names.first == "a" ? names.dropFirst() : names[...]
      guard !own.isEmpty else { return nil }
      project = own.joined(separator: "/")
      path = "c/\(project)/+/"
    }
  }

  private init(project: String, path: String) {
    self.project = project
    self.path = path
  }

  /// `PROJ/name` by ssh, `scm/PROJ/name` by https, each below a path of its own or not; `~user/name` for a
  /// person's repositories.
  private static func bitbucketServer(_ names: [String]) -> ForgePlace? {
    let start = names.lastIndex(of: "scm").map { $0 + 1 } ?? 0
    guard names.count == start + 2 else { return nil }
    let (owner, name) = (names[start], names[start + 1])
    let context = names.prefix(max(0, start - 1)).map { $0 + "/" }.joined()
    let home = owner.hasPrefix("~") ? "users/\(owner.dropFirst())" : "projects/\(owner)"
    return ForgePlace(
      project: "\(owner)/\(name)", path: "\(context)\(home)/repos/\(name)/pull-requests/")
  }

  /// `v3/organisation/project/name` by ssh, `organisation/project/_git/name` by https. A repository that is
  /// named like its project may leave the project out.
  private static func azure(_ names: [String]) -> ForgePlace? {
    var names = names
    if names.first == "v3", names.count == 4 {
      names = [names[1], names[2], "_git", names[3]]
    }
    guard names.count >= 2, names[names.count - 2] == "_git" else { return nil }
    let project = names.joined(separator: "/")
    return ForgePlace(project: project, path: project + "/pullrequest/")
  }
}
