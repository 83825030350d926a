import GitModel

/// An open plan was revised on a later day than it records.
struct StaleUpdated: HistoryRule {
  let name = "stale-updated"
  let summary = "the date updated is not older than the last revision of an open plan"
  let level = LintLevel.warn

  func findings(in history: PlanTreeHistory) -> [Finding] {
    history.documents.compactMap { document in
      guard let node = document.document["updated"], isOpen(document.document),
        let day = revisionDay(of: document, today: history.today)
      else { return nil }
      return finding(
        in: document.document, at: node,
        "the plan was revised since '\(node.recordedText)', on \(day) at the latest; "
          + "set 'updated' to the day of the last revision")
    }
  }

  /// Nobody dates what is added to a plan that is over.
  private func isOpen(_ document: ParsedDocument) -> Bool {
    let status = document["status"]?.recordedText
    return document.format == .plan && status != "done" && status != "archived"
  }

  /// Returns the day of the last change of a plan that was revised after the day that it records; `nil` for
  /// any other. It is compared with what it was at the end of that day, and where its first commit came later,
  /// with that.
  private func revisionDay(of history: DocumentHistory, today: CalendarDate) -> CalendarDate? {
    let now = DocumentRevision(history.document)
    guard let updated = now.updated else { return nil }
    let versions = history.versions.prefix { $0.revision.updated == updated }
    guard let last = versions.first,
      let base = versions.first(where: { $0.day <= updated }) ?? versions.last,
      now.isRevised(since: base.revision)
    else { return nil }
    let day = now == last.revision ? last.day : today
    return day > updated ? day : nil
  }
}
