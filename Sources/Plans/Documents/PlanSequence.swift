/// Gives out the numbers within a day.
package enum PlanSequence {
  /// Returns the ID for the next plan of a day: one above the highest that is taken. `nil` where the
  /// day's 999 numbers are used up.
  package static func next(_ day: CalendarDate, among taken: some Sequence<PlanID>) -> PlanID? {
    next(day: day.compactNumber, among: taken)
  }

  /// Returns the next ID of the day of another plan, whether the calendar has that day or not.
  package static func next(like plan: PlanID, among taken: some Sequence<PlanID>) -> PlanID? {
    next(day: plan.day, among: taken)
  }

  private static func next(day: Int, among taken: some Sequence<PlanID>) -> PlanID? {
    let highest = taken.lazy.filter { $0.day == day }.map(\.sequence).max() ?? 0
    return highest < 999 ? PlanID(day: day, sequence: highest + 1) : nil
  }
}
