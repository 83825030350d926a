import Correlation
import GitModel
import GitStore

/// The commits of the target, or of further ones, by all that could make one of them the copy of a branch's commit.
final class TargetIndex {
  private let repository: Repository
  private let facts: RepositoryFacts
  private let patches: PatchTable
  let reverts: RevertMap
  /// The target's commits with one parent at most, newest first.
  private let commits: [CommitIndex]
  private let byAuthor: [UInt64: [CommitIndex]]
  private let bySubject: [UInt64: [CommitIndex]]
  private let byPick: [CommitIndex: [CommitIndex]]
  private let byCopy: [CommitIndex: [CommitIndex]]
  private let bySquash: [ObjectID: [CommitIndex]]
  private let byPullRequest: [Int: [CommitIndex]]
  private var byPaths: [PathSignature: CandidateBucket] = [:]
  /// How many of `commits` are in `byPaths`.
  private var indexed = 0
  private let byListed: [UInt64: [CommitIndex]]
  private let byNumbered: [UInt64: [CommitIndex]]
  /// A title or a time that so many commits share says nothing about any of them.
  private static let likelyLimit = 64

  /// - Parameters:
  ///   - reached: The commits that may be copies.
  ///   - wanted: The commits whose copies will be looked for.
  init(
    _ repository: Repository, facts: RepositoryFacts, of reached: CommitSet, wanted: [CommitIndex],
    reverts: RevertMap, patches: PatchTable
  ) {
    self.repository = repository
    self.facts = facts
    self.patches = patches
    self.reverts = reverts
    commits = (0..<facts.graph.count).reversed().map { CommitIndex($0) }.filter {
      reached.contains($0) && !facts.graph.isMerge($0)
    }
    var byAuthor: [UInt64: [CommitIndex]] = [:]
    var bySubject: [UInt64: [CommitIndex]] = [:]
    if !facts.identities.isEmpty {
      let identities = wanted.map { facts.identities[$0.position] }
      let authors = Set(identities.map(\.author))
      let subjects = Set(identities.map(\.subject))
      for commit in commits {
        let identity = facts.identities[commit.position]
        if authors.contains(identity.author) {
          byAuthor[identity.author, default: []].append(commit)
        }
        if subjects.contains(identity.subject) {
          bySubject[identity.subject, default: []].append(commit)
        }
      }
    }
    self.byAuthor = byAuthor
    self.bySubject = bySubject
    var byListed: [UInt64: [CommitIndex]] = [:]
    var byNumbered: [UInt64: [CommitIndex]] = [:]
    if !facts.identities.isEmpty, !wanted.isEmpty {
      let subjects = Set(wanted.map { facts.identities[$0.position].subject })
      for (commit, titles) in facts.squashTitles
      where reached.contains(commit) && !facts.graph.isMerge(commit) {
        for title in titles.listed where subjects.contains(title) {
          byListed[title, default: []].append(commit)
        }
        if let title = titles.numberedTitle, subjects.contains(title) {
          byNumbered[title, default: []].append(commit)
        }
      }
    }
    self.byListed = byListed
    self.byNumbered = byNumbered

    var bySquash: [ObjectID: [CommitIndex]] = [:]
    var byPullRequest: [Int: [CommitIndex]] = [:]
    let requests = PullRequestReader(facts)
    var picked: [(commit: CommitIndex, names: [CommitName])] = []
    for (commit, message) in facts.messages where !facts.graph.isMerge(commit) {
      if !message.mentions.picked.isEmpty { picked.append((commit, message.mentions.picked)) }
      guard reached.contains(commit) else { continue }
      for id in message.squashed { bySquash[id, default: []].append(commit) }
      if let request = requests.named(by: commit) {
        byPullRequest[request.number, default: []].append(commit)
      }
    }
    var byPick: [CommitIndex: [CommitIndex]] = [:]
    var byCopy: [CommitIndex: [CommitIndex]] = [:]
    let names = CommitNames(graph: facts.graph, names: picked.flatMap(\.names))
    for (commit, mentioned) in picked {
      for original in mentioned.compactMap({ names[$0] }) {
        if reached.contains(commit) {
          byPick[original, default: []].append(commit)
        } else if reached.contains(original) {
          byCopy[commit, default: []].append(original)
        }
      }
    }
    self.byPick = byPick
    self.byCopy = byCopy
    self.bySquash = bySquash
    self.byPullRequest = byPullRequest
  }

  /// Whether some revert names a commit, so that its work may be gone again.
  func isNamedByRevert(_ commit: CommitIndex) -> Bool { reverts.isNamed(commit) }

  /// Returns the commits with the same author and time, or the same title.
  func likely(copiesOf commit: CommitIndex) -> Set<CommitIndex> {
    guard !facts.identities.isEmpty else { return [] }
    let identity = facts.identities[commit.position]
    let alike = [byAuthor[identity.author], bySubject[identity.subject]].compactMap(\.self)
    return Set(alike.filter { $0.count <= Self.likelyLimit }.joined())
  }

  /// Returns the commits by an author at a time, as `CommitIdentity` has them.
  func commits(byAuthor author: UInt64) -> [CommitIndex] { byAuthor[author] ?? [] }

  /// Returns the commits that say they were picked from one.
  func picks(of commit: CommitIndex) -> [CommitIndex] { byPick[commit] ?? [] }

  /// Returns the commits of the target that a commit beyond it says it was picked from.
  func origins(of commit: CommitIndex) -> [CommitIndex] { byCopy[commit] ?? [] }

  /// Returns the commits whose squash message lists one.
  func squashes(of commit: CommitIndex) -> [CommitIndex] {
    bySquash[facts.graph.id(of: commit)] ?? []
  }

  /// Returns the commits that carry a pull request's number.
  func commits(ofPullRequest number: Int) -> [CommitIndex] { byPullRequest[number] ?? [] }

  /// Returns the commits whose messages list a title, in no particular order.
  func commits(listing title: UInt64) -> [CommitIndex] { byListed[title] ?? [] }

  /// Returns the commits with a title that has a number behind it, in no particular order.
  func commits(numbering title: UInt64) -> [CommitIndex] {
    let found = byNumbered[title] ?? []
    return found.count <= Self.likelyLimit ? found : []
  }

  /// Returns the address of a commit's author; `nil` where the commit cannot be read.
  func author(of commit: CommitIndex) throws(GitError) -> String? {
    try repository.readCommit(facts.graph.id(of: commit)) { commit, _ in commit.authorEmail }
  }

  /// Returns the wanted commits after `base` that touch certain files and may change the lines of a difference, or
  /// a part of them.
  func candidates(
    touching files: PathSignature?, holding difference: PatchTable.Difference,
    after base: CommitIndex, isWanted: (CommitIndex) -> Bool = { _ in true }
  ) throws(GitError) -> Candidates {
    guard let files, !files.isEmpty else { return Candidates() }
    while indexed < commits.count, commits[indexed] > base {
      let commit = commits[indexed]
      indexed += 1
      if let paths = try patches.paths(of: commit), !paths.isEmpty {
        byPaths[paths, default: CandidateBucket()].append(commit)
      }
    }
    if files == .vast {
      return byPaths[files]?.candidates(after: base, isWanted: isWanted) ?? Candidates()
    }
    guard byPaths[files]?.reaches(beyond: base) == true,
      let lines = try patches.lines(of: difference)
    else { return Candidates() }
    return try byPaths[files]?.candidates(
      for: lines, after: base, patches: patches, isWanted: isWanted) ?? Candidates()
  }
}
