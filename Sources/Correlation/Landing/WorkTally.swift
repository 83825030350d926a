import GitModel

/// Says which of a plan's commits stand for its work, so that no work is counted twice: of a commit and its
/// copies, and of a squash and the commits in it, the one counts by which the work came.
struct WorkTally {
  private let landing: Landing
  private let accounts: [CommitIndex: Landing.Account]
  /// Whether a commit is still at hand, where its work is not on the target.
  private let isAtHand: (CommitIndex) -> Bool

  /// - Parameters:
  ///   - commits: All commits of the plan but merges.
  ///   - account: Where a commit's work stands: today, or as of a release.
  init(
    _ landing: Landing, commits: [CommitIndex], isAtHand: @escaping (CommitIndex) -> Bool,
    account: (CommitIndex) -> Landing.Account
  ) {
    self.landing = landing
    self.isAtHand = isAtHand
    accounts = Dictionary(uniqueKeysWithValues: commits.map { ($0, account($0)) })
  }

  func account(of commit: CommitIndex) -> Landing.Account {
    accounts[commit] ?? Landing.Account(standing: .missing)
  }

  /// Whether another commit of the plan stands for this one.
  func isCopied(_ commit: CommitIndex) -> Bool {
    if landing.isAlone(commit) { return false }
    let account = account(of: commit)
    if isOutlived(commit, account) { return true }
    let names = [commit] + landing.twins(of: commit).filter { accounts[$0] != nil }
    guard let carrier = account.carrier else {
      // The youngest of those that a branch has.
      return commit != names.filter(isAtHand).max() ?? commit
    }
    if carrier == commit { return isBack(commit, account) }
    if let other = accounts[carrier], Self.agree(other, account) { return true }
    return commit != names.max()
  }

  /// Whether a squash holds known commits of the plan, and none of them is there, or went, by it.
  private func isOutlived(_ squash: CommitIndex, _ account: Landing.Account) -> Bool {
    let held = landing.originals(of: squash).compactMap { accounts[$0] }
    if held.isEmpty { return false }
    let names = [squash] + landing.twins(of: squash)
    return !held.contains { other in
      Self.agree(other, account) && (other.carrier.map(names.contains) ?? false)
    }
  }

  /// Whether a commit that was taken back is there again by its content, and other work of the plan came since:
  /// that brought it.
  private func isBack(_ commit: CommitIndex, _ account: Landing.Account) -> Bool {
    guard account.standing == .landed(.content), let gone = account.since else { return false }
    return accounts.contains { other, account in
      if other != commit, case .landed = account.standing, let since = account.since {
        return since > gone
      }
      return false
    }
  }

  /// Whether two commits stand alike.
  private static func agree(_ one: Landing.Account, _ other: Landing.Account) -> Bool {
    switch (one.standing, other.standing) {
    case (.landed, .landed): true
    case (.reverted(let left), .reverted(let right)): left == right
    default: one.standing == other.standing
    }
  }
}
