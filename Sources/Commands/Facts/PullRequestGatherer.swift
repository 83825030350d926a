import Correlation
import GitModel
import GitStore

/// Makes facts of the references of pull requests.
struct PullRequestGatherer {
  let repository: Repository
  let pulls: [FetchedPull]

  /// What pull requests propose, and the results of merging them: both lead to what was proposed.
  var tips: [ObjectID] { pulls.map(\.target) }

  /// Returns the forge that the references tell of, `nil` where several forges name them so.
  func kind(ofRemote remote: String?) -> ForgeKind? {
    let layouts = Set(own(remote).map(\.reference.layout))
    guard layouts.count == 1, let forges = layouts.first?.forges, forges.count == 1 else {
      return nil
    }
    return forges[0]
  }

  /// Returns the tips of a forge's pull requests.
  ///
  /// - Parameter remote: The remote that the project is fetched from.
  func heads(of forge: ForgeKind?, remote: String?) throws(GitError) -> PullRequestHeads {
    var own = own(remote)
    if let forge {
      own = own.filter { $0.reference.layout.forges.contains(forge) }
    } else if let layout = Self.mostUsed(own) {
      own = own.filter { $0.reference.layout == layout }
    }
    var heads: [Int: ObjectID] = [:]
    var merges: [Int: ObjectID] = [:]
    var patchSets: [Int: Int] = [:]
    for pull in own {
      let number = pull.reference.number
      switch pull.reference.side {
      case .head: heads[number] = pull.target
      case .merge: merges[number] = pull.target
      case .patchSet(let patchSet):
        if patchSet < patchSets[number] ?? 0 { continue }
        patchSets[number] = patchSet
        heads[number] = pull.target
      }
    }
    // Azure DevOps has nothing but the merges.
    for (number, merge) in merges where heads[number] == nil {
      let sides = try repository.readCommit(merge) { commit, _ in commit.parents.dropFirst() }
      if let tip = sides?.first { heads[number] = tip }
    }
    return PullRequestHeads(heads, isComplete: own.contains(where: \.isOneOfAll))
  }

  /// The references of a remote's project, and those whose names tell of no remote.
  private func own(_ remote: String?) -> [FetchedPull] {
    guard let remote else { return pulls }
    return pulls.filter { $0.remote == nil || $0.remote == remote }
  }

  private static func mostUsed(_ pulls: [FetchedPull]) -> PullReference.Layout? {
    var counts: [PullReference.Layout: Int] = [:]
    for pull in pulls { counts[pull.reference.layout, default: 0] += 1 }
    return PullReference.Layout.allCases.max { counts[$0] ?? 0 < counts[$1] ?? 0 }
  }
}
