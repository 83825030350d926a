/// Merges two new words for the status of a plan or a milestone.
enum StatusMerge {
  /// Returns the word of the side that has come further; `nil` where a person has to decide: a word is not
  /// known, or one side reopened what was closed.
  static func merge(base: String?, ours: String, theirs: String) -> String? {
    guard let ourStage = stage(ours), let theirStage = stage(theirs) else { return nil }
    if let base, let stage = stage(base), stage >= .closed, min(ourStage, theirStage) < .closed {
      return nil
    }
    if ourStage != theirStage { return ourStage > theirStage ? ours : theirs }
    switch (halts.contains(ours), halts.contains(theirs)) {
    case (true, true): return nil
    case (false, true): return theirs
    // The other words of a stage mean the same.
    case (true, false), (false, false): return ours
    }
  }

  private enum Stage: Int, Comparable {
    case planned, open, closed, archived

    static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  /// Work makes a plan active, but only a person holds it up.
  private static let halts = ["paused", "blocked"]

  private static func stage(_ word: String) -> Stage? {
    switch word {
    case "planned": .planned
    case "active", "in_progress", "paused", "blocked": .open
    case "done", "complete", "completed": .closed
    case "archived": .archived
    default: nil
    }
  }
}
