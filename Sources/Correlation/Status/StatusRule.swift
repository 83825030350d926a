import GitModel
import Plans

/// Derives a plan's status from what landed; the table "Derived status" of `docs/semantics.md`.
struct StatusRule {
  let plan: Plan
  let counts: PlanAnswer.Counts
  let branches: [BranchAnswer]
  let condition: DoneCondition
  /// The target's name for people, `nil` where there is none.
  let target: String?
  /// Whether the border of a shallow clone hides what the status depends on.
  var isCutOff = false

  struct Result {
    let derived: PlanStatus?
    let basis: PlanAnswer.Basis
    let isDone: Bool
    let reason: String
    var warnings: [String] = []
  }

  /// Returns the status with its reason.
  func derive() -> Result {
    if isCutOff {
      return Result(
        derived: plan.status, basis: .recorded, isDone: false,
        reason: "the border of this shallow clone hides what has landed",
        warnings: ["the status is not known in a shallow clone; run 'git fetch --unshallow'"])
    }
    let isDone = isDone
    let isKnown = counts.known > 0 || !branches.isEmpty
    if plan.status == .archived {
      return Result(
        derived: .archived, basis: isKnown ? .git : .recorded, isDone: isDone,
        reason: isDone ? "recorded as archived; \(landedReason)" : "recorded as archived")
    }
    if isDone {
      return Result(derived: .done, basis: .git, isDone: true, reason: landedReason)
    }
    if plan.status == .paused {
      return Result(
        derived: .paused, basis: isKnown ? .git : .recorded, isDone: false,
        reason: "recorded as paused" + (isKnown ? "; \(activeReason)" : ""))
    }
    if isKnown {
      return Result(derived: .active, basis: .git, isDone: false, reason: activeReason)
    }
    let reason =
      plan.status == .planned
      ? "no branch and no work yet"
      : "git knows no branch and no work of this plan"
    return Result(derived: plan.status, basis: .recorded, isDone: false, reason: reason)
  }

  private var isDone: Bool {
    guard counts.landed > 0, counts.open == 0, !counts.isRevertLast,
      !branches.contains(where: { $0.state == .empty })
    else { return false }
    switch condition {
    case .merged: return true
    case .milestones: return unfinished.isEmpty
    case .progress: return unfinished.isEmpty && plan.progress.unticked == 0
    }
  }

  private var unfinished: [Milestone] { plan.milestones.filter { !$0.isCompleted } }

  private var targetName: String { target ?? "the target" }

  private var landedReason: String {
    let taken = counts.reverted > 0 ? ", \(counts.reverted) reverted before" : ""
    return "\(Count(counts.landed, "commit")) landed on \(targetName) \(ways), none open\(taken)"
  }

  /// How work came to the target: `by merge`, `directly`, or all with their counts.
  private var ways: String {
    let words: [(BranchAnswer.Integration, String)] = [
      (.merge, "by merge"), (.rebase, "by rebase"), (.squash, "by squash"),
      (.content, "as content of other commits"), (.fastForward, "directly"),
    ]
    let used = words.filter { counts.ways[$0.0] != nil }
    if used.count == 1 { return used[0].1 }
    return "(" + used.map { "\(counts.ways[$0.0] ?? 0) \($0.1)" }.joined(separator: ", ") + ")"
  }

  private var activeReason: String {
    var parts: [String] = []
    if counts.open > 0 {
      let open = branches.filter { $0.state == .open }.map(\.branch.shorthand)
      // What no branch has is on the detached HEAD.
      let place = open.isEmpty ? " on HEAD" : " on \(NameList(open))"
      let verb = counts.open == 1 ? "is" : "are"
      parts.append("\(Count(counts.open, "commit"))\(place) \(verb) not on \(targetName)")
    }
    let empty = branches.filter { $0.state == .empty }.map(\.branch.shorthand)
    if !empty.isEmpty {
      let verb = empty.count == 1 ? "is started and has" : "are started and have"
      parts.append("\(NameList(empty)) \(verb) no commits yet")
    }
    if counts.open == 0, counts.landed > 0 {
      let landed = "\(Count(counts.landed, "commit")) landed on \(targetName)"
      if condition != .merged, !unfinished.isEmpty {
        let names = NameList(unfinished.map(\.id.shortName))
        parts.append("\(landed), but \(names) \(unfinished.count == 1 ? "is" : "are") not finished")
      } else if condition == .progress, plan.progress.unticked > 0 {
        let boxes = plan.progress.unticked == 1 ? "box is" : "boxes are"
        parts.append("\(landed), but \(plan.progress.unticked) Progress \(boxes) not ticked")
      } else {
        parts.append(landed)
      }
    } else if counts.landed > 0 {
      parts.append("\(counts.landed) landed")
    }
    if counts.reverted > 0 {
      let verb = counts.reverted == 1 ? "was" : "were"
      parts.append("\(Count(counts.reverted, "commit")) \(verb) reverted on \(targetName)")
    }
    if counts.withdrawn > 0, counts.landed == 0, counts.open == 0 {
      let verb = counts.withdrawn == 1 ? "was" : "were"
      parts.append(
        "\(Count(counts.withdrawn, "commit")) \(verb) taken back before landing on \(targetName)")
    }
    if parts.isEmpty {
      let merged = branches.filter { $0.state == .merged }.map(\.branch.shorthand)
      let names = branches.map(\.branch.shorthand)
      parts.append(
        merged.isEmpty
          ? "\(NameList(names)) \(names.count == 1 ? "holds" : "hold") no work yet"
          : "\(NameList(merged)) \(merged.count == 1 ? "is" : "are") merged, "
            + "but no work is known to be the plan's")
    }
    return parts.joined(separator: "; ")
  }
}
