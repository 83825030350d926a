package import GitModel

/// What the references of a repository are.
package struct ReferenceListing {
  /// Local branches first, each group by name.
  package private(set) var branches: [Branch] = []
  private var tagReferences: [Reference] = []
  /// The references of pull requests, of the forge's own names or as a remote's copies. A remote-tracking copy
  /// is no branch, though it stands beside them.
  package private(set) var pulls: [FetchedPull] = []

  private typealias Reference = (name: String, target: ObjectID)

  /// Sorts references, which are ordered by name.
  init(_ references: [(name: String, target: ObjectID)], of repository: Repository) {
    let configuration = repository.configuration
    let remotes = configuration.subsections(of: "remote").sorted { $0.count > $1.count }
    // What is fetched like any branch needs no rule to be known.
    let rules = remotes.flatMap { remote in
      configuration.strings("remote.\(remote).fetch").filter { !$0.contains("refs/heads/*:") }
        .compactMap { text in FetchRule(text).map { (remote: remote, rule: $0) } }
    }
    var followed: Set<String> = []
    for (name, target) in references {
      if let pull = Self.pull(name, target, rules: rules, remotes: remotes, followed: followed) {
        pulls.append(pull)
      } else if name.hasPrefix("refs/heads/") {
        let short = String(name.dropFirst(11))
        let upstream = repository.upstream(of: short)
        if let upstream { followed.insert(upstream) }
        branches.append(
          Branch(reference: name, name: short, remote: nil, head: target, upstream: upstream))
      } else if name.hasPrefix("refs/remotes/") {
        let (remote, short) = Self.split(name.dropFirst(13), remotes: remotes)
        if short.isEmpty { continue }
        branches.append(
          Branch(reference: name, name: short, remote: remote, head: target, upstream: nil))
      } else if name.hasPrefix("refs/tags/") {
        tagReferences.append((name, target))
      }
    }
  }

  /// Returns every tag that leads to a commit, by name. Nested tags are followed.
  ///
  /// - Complexity: one object read for each tag at least.
  package func tags(in repository: Repository) throws(GitError) -> [Tag] {
    let database = try ObjectDatabase(of: repository)
    var tags: [Tag] = []
    for (name, target) in tagReferences {
      guard let peeled = try repository.peel(target, in: database) else { continue }
      tags.append(
        Tag(
          name: String(name.dropFirst(10)), commit: peeled.commit, taggerTime: peeled.taggerTime))
    }
    return tags
  }

  /// Splits the name of a remote-tracking reference. A remote's name may hold slashes itself: the longest
  /// configured name wins.
  private static func split(
    _ name: Substring, remotes: [String]
  ) -> (remote: String, short: String) {
    let remote =
      remotes.first { name.hasPrefix($0 + "/") } ?? String(name.prefix { $0 != "/" })
    return (remote, String(name.dropFirst(remote.count + 1)))
  }

  /// Reads a reference as that of a pull request: by the rule that fetched it, by the forge's own name, or by
  /// the names that people give to copies.
  ///
  /// - Parameter followed: What local branches follow, and therefore is a branch whatever its name.
  private static func pull(
    _ name: String, _ target: ObjectID, rules: [(remote: String, rule: FetchRule)],
    remotes: [String], followed: Set<String>
  ) -> FetchedPull? {
    for (remote, rule) in rules {
      if let source = rule.source(of: name), let reference = PullReference(name: source) {
        return FetchedPull(
          reference: reference, target: target, remote: remote, isOneOfAll: rule.isWildcard)
      }
    }
    if name.hasPrefix("refs/heads/") || name.hasPrefix("refs/tags/") { return nil }
    if let reference = PullReference(name: name) {
      return FetchedPull(reference: reference, target: target, remote: nil, isOneOfAll: true)
    }
    guard name.hasPrefix("refs/remotes/"), !followed.contains(name) else { return nil }
    let (remote, short) = split(name.dropFirst(13), remotes: remotes)
    return PullReference(copy: short).map { reference in
      FetchedPull(reference: reference, target: target, remote: remote, isOneOfAll: false)
    }
  }
}
