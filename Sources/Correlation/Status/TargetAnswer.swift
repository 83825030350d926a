/// What one target has of a plan's work.
package struct TargetAnswer: Hashable, Sendable {
  /// All of it, some of it, or none.
  package enum State: String, Hashable, Sendable {
    case landed, partial, missing
  }

  package let target: TargetFacts
  /// The commits of work whose content it has.
  package internal(set) var landed = 0
  /// Those that it lacks, while the first target or a branch has them.
  package internal(set) var missing = 0
  /// Those that it had, and that were taken back there.
  package internal(set) var reverted = 0
  /// How the landed ones came to it.
  package internal(set) var ways: [BranchAnswer.Integration: Int] = [:]

  package var state: State {
    if landed == 0 { return .missing }
    return missing == 0 && reverted == 0 ? .landed : .partial
  }
}
