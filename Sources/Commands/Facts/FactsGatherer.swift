import Correlation
import GitModel
import GitStore
import Plans

/// Gathers everything that the answers depend on.
struct FactsGatherer {
  /// A longer note is not read.
  static let noteLimit = 1 << 20
  static let notesReference = "refs/notes/execplan"

  let session: Session
  private var repository: Repository { session.repository }

  init(_ session: Session) { self.session = session }

  /// Returns the facts of the repository.
  ///
  /// - Parameters:
  ///   - target: What `--target` names.
  ///   - releases: Which tags are releases.
  ///   - range: A commit or a range whose commits count too.
  func gather(
    target requested: String? = nil, releases: ReleaseSelection = ReleaseSelection(),
    range: String? = nil
  ) throws -> RepositoryFacts {
    let head = try repository.head()
    let references = try repository.listing()
    let branches = references.branches
    let tags = try references.tags(in: repository)
    let pulls = PullRequestGatherer(repository: repository, pulls: references.pulls)
    var tips = branches.map(\.head) + tags.map(\.commit) + pulls.tips
    if let commit = head.commit { tips.append(commit) }
    if let requested, let commit = try repository.commit(named: requested) { tips.append(commit) }
    // The ends of a range need not be reached by any branch: hooks and CI name what was fetched or pushed.
    for end in (range ?? "").split(separator: "..").map(String.init) {
      if let commit = try? repository.commit(named: end) { tips.append(commit) }
    }
    let history = try HistoryReader(repository, tips: tips)
    warn(about: history)
    let graph = history.graph
    let resolver = TargetResolver(repository: repository, branches: branches, head: head)
    func isBehind(_ one: ObjectID, _ other: ObjectID) -> Bool {
      guard let one = graph.index(of: one), let other = graph.index(of: other) else { return false }
      return graph.isAncestor(one, of: other)
    }
    let target = try resolver.resolve(requested: requested, isBehind: isBehind)
    let further = try resolver.further(beside: target, isBehind: isBehind)
    var facts = RepositoryFacts(graph: graph, messages: history.messages)
    facts.identities = history.identities
    facts.squashTitles = history.squashTitles
    facts.shallowBorder = Set(repository.shallowCommits.compactMap { graph.index(of: $0) })
    facts.head = head.commit.flatMap { graph.index(of: $0) }
    if let target, let commit = graph.index(of: target.commit) {
      facts.target = TargetFacts(reference: target.reference, commit: commit)
    }
    facts.furtherTargets = further.compactMap { target in
      graph.index(of: target.commit).map {
        TargetFacts(reference: target.reference, commit: $0)
      }
    }
    let forge = ForgeReader(repository.configuration, target: target?.reference)
    facts.forge = try forge.forge { unknown in
      pulls.kind(ofRemote: forge.remote)
        ?? ForgeRule.kind(of: unknown, messages: history.messages)
    }
    facts.pullRequestHeads = try pulls.heads(of: facts.forge.kind, remote: forge.remote)
    let sides = TargetSides(branches: branches, home: resolver.home(of: target))
    facts.branches = branchFacts(
      branches, graph: graph, isTarget: { sides.isSide($0, of: target?.reference) },
      isFurtherTarget: { branch in further.contains { sides.isSide(branch, of: $0.reference) } })
    facts.notes = try notes(graph)
    facts.releases = releaseTags(tags, graph: graph, selection: releases)
    facts.plans = try PlanGatherer(session: session, facts: facts).gather()
    return facts
  }

  /// Returns what each commit of `questions` changes.
  func kinds(
    of questions: [CommitIndex], in facts: RepositoryFacts
  ) throws -> [CommitIndex: ChangeKind] {
    let reader = try TreeReader(repository)
    var selection = PathSelection(session.layout.roots + session.layout.documentRoots)
    for path in facts.plans.documentPaths { selection.insert(path) }
    var kinds: [CommitIndex: ChangeKind] = [:]
    kinds.reserveCapacity(questions.count)
    var unreadable: GitError?
    for commit in questions {
      let parent = facts.graph.firstParent(of: commit)
      if parent == nil, repository.shallowCommits.contains(facts.graph.id(of: commit)) {
        kinds[commit] = .work
        continue
      }
      do throws(GitError) {
        let difference = try reader.differences(
          from: parent.map { facts.graph.trees[$0.position] },
          to: facts.graph.trees[commit.position], outside: selection)
        kinds[commit] = difference.outside ? .work : .upkeep
      } catch {
        kinds[commit] = .work
        unreadable = unreadable ?? error
      }
    }
    if let unreadable {
      session.warn("some commits count as work without a look at them: \(unreadable.reason)")
    }
    return kinds
  }

  private func warn(about history: HistoryReader) {
    if repository.isShallow {
      session.warn(
        "this is a shallow clone: what lies before its border is not known; "
          + "run 'git fetch --unshallow' for the whole history")
    }
    if let first = history.missing.first {
      session.warn(
        "the repository lacks \(history.missing.count) of its commits, \(first.abbreviated) first; "
          + "run 'git fsck'")
    }
  }

  /// A local branch and its upstream are one branch.
  private func branchFacts(
    _ branches: [Branch], graph: CommitGraph, isTarget: (Branch) -> Bool,
    isFurtherTarget: (Branch) -> Bool
  ) -> [BranchFacts] {
    let byReference = Dictionary(branches.map { ($0.reference, $0) }) { first, _ in first }
    let localNames = Set(branches.filter { $0.remote == nil }.map(\.name))
    var joined: Set<String> = []
    var upstreams: [String: Branch] = [:]
    for branch in branches where branch.remote == nil {
      // A branch that was made from another one often follows it: only a counterpart of the same name,
      // or one that no other local branch is named after, is this branch elsewhere.
      guard let reference = branch.upstream, let upstream = byReference[reference],
        upstream.remote != nil, !isTarget(upstream),
        upstream.name == branch.name || !localNames.contains(upstream.name)
      else { continue }
      joined.insert(reference)
      upstreams[branch.reference] = upstream
    }
    return branches.compactMap { branch in
      guard !joined.contains(branch.reference), let head = graph.index(of: branch.head) else {
        return nil
      }
      let configuration = repository.configuration
      let section = "branch.\(branch.name)"
      let isLocal = branch.remote == nil
      return BranchFacts(
        branch: branch, head: head,
        upstreamHead: upstreams[branch.reference].flatMap { graph.index(of: $0.head) }
          .flatMap { graph.isAncestor($0, of: head) ? nil : $0 },
        configured: isLocal
          ? configuration.strings("\(section).execplan")
            .flatMap { PlanReference.references(inValue: $0) } : [],
        base: isLocal
          ? configuration.string("\(section).execplanBase").flatMap { ObjectID($0) }
            .flatMap { graph.index(of: $0) } : nil,
        isTarget: isTarget(branch), isFurtherTarget: isFurtherTarget(branch))
    }
  }

  private func notes(_ graph: CommitGraph) throws -> [CommitIndex: PlanNote] {
    var found: [CommitIndex: PlanNote] = [:]
    for note in try repository.notes(under: Self.notesReference, limit: Self.noteLimit) {
      guard let commit = graph.index(of: note.annotated) else { continue }
      let facts = PlanNote(note: note.text)
      if !facts.isEmpty { found[commit] = facts }
    }
    return found
  }

  private func releaseTags(
    _ tags: [Tag], graph: CommitGraph, selection: ReleaseSelection
  ) -> [ReleaseTag] {
    var selection = selection
    if selection.patterns.isEmpty {
      selection.patterns = repository.configuration.strings("execplan.releaseTag")
        .filter { !$0.isEmpty }
    }
    let names = Set(selection.releases(among: tags.map(\.name)))
    return tags.compactMap { tag in
      guard names.contains(tag.name), let commit = graph.index(of: tag.commit) else { return nil }
      return ReleaseTag(
        name: tag.name, commit: commit, time: tag.taggerTime ?? graph.times[commit.position])
    }
  }
}
