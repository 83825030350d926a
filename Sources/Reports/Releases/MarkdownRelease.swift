import Correlation
import Plans

/// One release as a section of Markdown.
struct MarkdownRelease {
  let release: ReleaseAnswer
  let context: ReportContext
  let title: String

  /// Returns the section's lines.
  ///
  /// - Parameter unplanned: The commits without a plan, `nil` to count them only.
  func lines(unplanned: [String]?) -> [String] {
    var lines = ["## \(Self.escaped(title)) (\(RFC3339.day(release.time)))", ""]
    let completed = release.plans.filter { $0.state == .completed }
    let partial = release.plans.filter { $0.state == .partial }
    let reverted = release.plans.filter { $0.state == .reverted }
    for (heading, plans) in [
      ("Completed", completed), ("In progress", partial), ("Reverted", reverted),
    ] where !plans.isEmpty {
      lines += ["### \(heading)", ""]
      lines += plans.map(item)
      lines.append("")
    }
    let count = release.unplanned.count
    if release.plans.isEmpty, count == 0 { lines += ["Nothing.", ""] }
    if count > 0 {
      lines += ["\(count) \(count == 1 ? "commit" : "commits") without a plan.", ""]
    }
    if let unplanned, !unplanned.isEmpty {
      lines += unplanned.map { "- " + Self.escaped($0) } + [""]
    }
    return lines.dropLast()
  }

  private func item(_ released: ReleaseAnswer.ReleasedPlan) -> String {
    let plan = released.plan.plan
    var item =
      "- **\(Self.escaped(plan.title))** (`\(TerminalText.escaped(plan.key.description).filter { $0 != "`" })`)"
    if released.state != .completed { item += ", \(released.landed) of \(released.known) commits" }
    let requests = released.pullRequests.map { request in
      let name = context.forge.name(of: request.number)
      return context.forge.url(of: request.number).map { "[\(name)](\($0))" } ?? name
    }
    if !requests.isEmpty { item += ", " + requests.joined(separator: ", ") }
    if plan.breaking == true { item += ", **breaking**" }
    if plan.migration == true { item += ", needs a migration" }
    return item
  }

  /// Returns text that Markdown shows as it is, on one line.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for character in TerminalText.escaped(text) {
      if "\\`*_[]<>#|~&".contains(character) { safe.append("\\") }
      safe.append(character)
    }
    return safe
  }
}
