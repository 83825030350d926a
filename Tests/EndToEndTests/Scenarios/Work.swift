/// One commit of work for a plan, with what has become of it.
final class Work {
  enum State: Hashable {
    /// A branch has it.
    case open
    /// The target has it, in this commit.
    case landed(String, way: String)
    /// The target had it, in this commit.
    case reverted(String, way: String)
    /// It came to the target together with its revert.
    case withdrawn
    /// Nothing ties it to its plan any more.
    case lost
  }

  /// The plan's number.
  let plan: Int
  let title: String
  let mark: Mark?
  let hasMilestone: Bool
  /// Whether it changes nothing but plan documents.
  let isUpkeep: Bool
  /// The commit on the branch where it was made.
  var commit: String
  private(set) var state: State = .open
  /// When it came into its state.
  private(set) var time = 0
  /// The commits of the target that brought it and were taken back, oldest first.
  private(set) var takenBack: [String] = []
  /// When the target came to reach the commit itself.
  var reachedTime: Int?
  /// Whether the target reaches the commit, and has nothing of it.
  var isThrownAway = false
  /// Whether the branch has the target's commit that carries it, by a merge of the target.
  var isMergedBack = false
  /// Whether the target's commit that carries it says that it belongs to another plan.
  var countsItself = false
  /// Whether somebody edited the same place since, so that its mark tells nothing.
  var isOverwritten = false

  init(
    plan: Int, title: String, mark: Mark?, hasMilestone: Bool, isUpkeep: Bool, commit: String
  ) {
    self.plan = plan
    self.title = title
    self.mark = mark
    self.hasMilestone = hasMilestone
    self.isUpkeep = isUpkeep
    self.commit = commit
  }

  func become(_ state: State, at time: Int) {
    if case .reverted(let commit, _) = state { takenBack.append(commit) }
    self.state = state
    self.time = time
  }

  var isLanded: Bool { if case .landed = state { true } else { false } }
  var isReverted: Bool { if case .reverted = state { true } else { false } }

  /// The commit of the target that counts for it.
  var carrier: String? {
    switch state {
    case .landed(let commit, _), .reverted(let commit, _): commit
    case .open, .withdrawn, .lost: nil
    }
  }

  /// The commit that counts for it.
  var counted: String? { countsItself && carrier != nil ? commit : carrier }

  /// Whether the target took it back and no merge or squash of the branch brings it again: both have the commit that
  /// brought it, and the target has what took it back.
  var isGone: Bool { isReverted && isMergedBack }

  var way: String? {
    switch state {
    case .landed(_, let way), .reverted(_, let way): way
    case .open, .withdrawn, .lost: nil
    }
  }
}
