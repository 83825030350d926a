/// A rule about what git's history tells of documents.
package protocol HistoryRule: LintRule {
  /// Returns what is wrong, in any order.
  func findings(in history: PlanTreeHistory) -> [Finding]
}
