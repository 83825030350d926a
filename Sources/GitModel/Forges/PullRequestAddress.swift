/// The address of a pull request in the web, taken apart.
package struct PullRequestAddress: Hashable, Sendable {
  package let forge: ForgeKind
  /// In lower case, without a port.
  package let host: String
  /// The project as its forge spells it: `owner/name`, `group/subgroup/name`, `PROJ/name`. `nil` for old
  /// addresses of Gerrit, which have the number alone.
  package let project: String?
  package let number: Int

  /// Reads an address; `nil` where it is none of a pull request. What follows the number is passed over.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let scheme = text.firstRange(of: "://"),
      ["https", "http"].contains(text[..<scheme.lowerBound].lowercased())
    else { return nil }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" }
    let host = (authority.split(separator: "@").last ?? "").prefix { $0 != ":" }.lowercased()
    var path = rest.dropFirst(authority.count)
    // Gerrit's addresses once were fragments.
    if path.hasPrefix("/#/") { path = path.dropFirst(2) }
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    let names = path[..<end].split(separator: "/").map(String.init)
    guard !host.isEmpty, let found = Self.named(names) ?? Self.change(names) else { return nil }
    forge = found.forge
    self.host = host
    project = found.project
    number = found.number
  }

  private typealias Found = (forge: ForgeKind, project: String?, number: Int)

  /// Reads a path in which a word stands before the number.
  private static func named(_ names: [String]) -> Found? {
    for place in names.indices.dropLast() where place > 0 {
      guard let number = PullRequestNumber.read(names[place + 1]) else { continue }
      let before = names[..<place]
      let joined = before.joined(separator: "/")
      switch names[place] {
      case "pull" where place == 2: return (.gitHub, joined, number)
      case "pulls" where place >= 2: return (.gitea, joined, number)
      case "merge_requests":
        let project = (before.last == "-" ? before.dropLast() : before).joined(separator: "/")
        return project.isEmpty ? nil : (.gitLab, project, number)
      case "pull-requests" where place >= 4 && names[place - 2] == "repos":
        let owner = names[place - 4] == "users" ? "~" + names[place - 3] : names[place - 3]
        return (.bitbucketServer, owner + "/" + names[place - 1], number)
      case "pull-requests" where place == 2: return (.bitbucket, joined, number)
      case "pullrequest" where place >= 2 && names[place - 2] == "_git":
        return (.azure, joined, number)
      default: continue
      }
    }
    return nil
  }

  /// Reads a path of Gerrit: `c/project/+/12`, `c/12`, `12`, each with a patch set behind it or not.
  private static func change(_ names: [String]) -> Found? {
    let start = names.firstIndex(of: "c").map { $0 + 1 } ?? 0
    if let plus = names.lastIndex(of: "+"), start > 0, plus > start, plus + 1 < names.count,
      let number = PullRequestNumber.read(names[plus + 1])
    {
      return (.gerrit, names[start..<plus].joined(separator: "/"), number)
    }
    guard start < names.count, names.count - start <= 2,
      let number = PullRequestNumber.read(names[start]),
      names[(start + 1)...].allSatisfy({ PullRequestNumber.read($0) != nil })
    else { return nil }
    return (.gerrit, nil, number)
  }
}
