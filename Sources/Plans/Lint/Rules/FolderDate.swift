import GitModel

/// A document is filed under a day that does not exist.
struct FolderDate: DocumentRule {
  let name = "folder-date"
  let summary = "folders that are named after a day are named after one that exists"
  let level = LintLevel.warn
  let formats: Set<DocumentFormat> = [.plan, .milestone]

  func findings(in document: ParsedDocument) -> [Finding] {
    let folders = document.path.components.dropLast()
    guard let place = folders.lastIndex(where: { $0 == "complete" || $0 == "archive" }),
      let year = folders[(place + 1)...].first, year.utf8.count == 4, isNumber(year)
    else { return [] }
    let parts = folders[(place + 1)...].prefix(3)
    let date = parts.joined(separator: "-")
    if CalendarDate(date) != nil { return [] }
    let shown = parts.joined(separator: "/")
    return [
      finding(in: document, line: 1, "the folder '\(shown)' is no day of the form YYYY/MM/DD")
    ]
  }

  private func isNumber(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
