import Plans

/// How people name milestones of a plan: `MS001`, `1`, or with the plan's ID before it.
enum MilestoneName {
  /// Returns the milestone of a plan that a word names.
  ///
  /// - Throws: `CommandError` where it names none, or one of another plan.
  static func read(_ word: String, of id: PlanID) throws -> MilestoneID {
    let number = Int(word).flatMap { (1...999).contains($0) ? $0 : nil }
    let upper = word.uppercased()
    guard
      let named = MilestoneID(upper) ?? MilestoneID("\(id)/\(upper)")
        ?? number.map({ MilestoneID(plan: id, sequence: $0) }), named.plan == id
    else {
      throw CommandError(
        "'\(word)' is no milestone of \(id)", hint: "milestones are named MS001, MS002 …")
    }
    return named
  }
}
