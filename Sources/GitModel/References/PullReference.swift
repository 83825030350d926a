/// A reference under which a forge keeps a pull request, by its name alone.
package struct PullReference: Hashable, Sendable {
  /// How forges name these references.
  package enum Layout: String, Hashable, Sendable, CaseIterable {
    /// `refs/pull/12/head`: GitHub, Gitea, Azure DevOps.
    case pull
    /// `refs/merge-requests/12/head`: GitLab.
    case mergeRequests = "merge-requests"
    /// `refs/pull-requests/12/from`: Bitbucket Data Center.
    case pullRequests = "pull-requests"
    /// `refs/changes/45/12345/6`: Gerrit, where the last number is that of the patch set.
    case changes

    package var forges: [ForgeKind] {
      switch self {
      case .pull: [.gitHub, .gitea, .azure]
      case .mergeRequests: [.gitLab]
      case .pullRequests: [.bitbucketServer]
      case .changes: [.gerrit]
      }
    }
  }

  package enum Side: Hashable, Sendable {
    /// The tip of what is proposed.
    case head
    /// What merging it into the target gave; its second parent is the tip.
    case merge
    /// One of several versions of it.
    case patchSet(Int)
  }

  package let layout: Layout
  package let number: Int
  package let side: Side

  /// Reads a reference's full name in a forge's repository.
  package init?(name: some StringProtocol) {
    guard name.hasPrefix("refs/") else { return nil }
    let rest = name.dropFirst(5)
    guard let layout = Layout.allCases.first(where: { rest.hasPrefix($0.rawValue + "/") }) else {
      return nil
    }
    self.init(layout, rest.dropFirst(layout.rawValue.utf8.count + 1).split(separator: "/"))
  }

  /// Reads the name of a copy as people fetch it, without the remote in front: `pr/12`, `pull/12/head`,
  /// `merge-requests/12`.
  package init?(copy name: some StringProtocol) {
    let names = name.split(separator: "/")
    guard names.count >= 2 else { return nil }
    let layout: Layout
    switch names[0] {
    case "pr", "pull", "pulls": layout = .pull
    case "mr", "merge-requests": layout = .mergeRequests
    case "pull-requests": layout = .pullRequests
    case "changes": layout = .changes
    default: return nil
    }
    self.init(layout, names.dropFirst(), isCopy: true)
  }

  private init?(
    _ layout: Layout, _ names: some Collection<some StringProtocol>, isCopy: Bool = false
  ) {
    var names = names.map { String($0) }
    if layout == .changes {
      // The first part is made of the number's last two digits.
      guard names.count == 3, let number = PullRequestNumber.read(names[1]),
        let patchSet = PullRequestNumber.read(names[2]), PullReference.isShard(names[0], of: number)
      else { return nil }
      self.layout = layout
      self.number = number
      side = .patchSet(patchSet)
      return
    }
    if isCopy, names.count == 1 { names.append("head") }
    guard names.count == 2, let number = PullRequestNumber.read(names[0]) else { return nil }
    switch names[1] {
    case "head", "from": side = .head
    case "merge": side = .merge
    default: return nil
    }
    self.layout = layout
    self.number = number
  }

  private static func isShard(_ text: String, of number: Int) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy(ASCII.isDigit) && Int(text) == number % 100
  }
}
