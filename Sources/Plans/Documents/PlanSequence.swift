/// Gives out the numbers within a day.
package enum PlanSequence {
  /// Returns the ID for the next plan of a day: one above the highest that is taken. `nil` where the
  /// day's 999 numbers are used up.
  package static func next(_ day: CalendarDate, among taken: some Sequence<PlanID>) -> PlanID? {
    let highest = taken.lazy.filter { $0.day == day.compactNumber }.map(\.sequence).max() ?? 0
    return highest < 999 ? PlanID(day: day.compactNumber, sequence: highest + 1) : nil
  }
}
