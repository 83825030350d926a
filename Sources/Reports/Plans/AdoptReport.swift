package import GitModel
import JSON
package import Plans

/// What `adopt` made of documents, or would make.
package struct AdoptReport {
  /// A document that becomes a plan.
  package struct Document: Sendable {
    package let plan: Plan
    package let from: RepositoryPath
    package let old: [UInt8]
    package let new: [UInt8]
    /// Those that get a note.
    package let commits: [ObjectID]

    package init(
      plan: Plan, from: RepositoryPath, old: [UInt8], new: [UInt8], commits: [ObjectID]
    ) {
      self.plan = plan
      self.from = from
      self.old = old
      self.new = new
      self.commits = commits
    }
  }

  private let documents: [Document]
  private let warnings: [String]
  private let isWritten: Bool

  package init(documents: [Document], warnings: [String], isWritten: Bool) {
    self.documents = documents
    self.warnings = warnings
    self.isWritten = isWritten
  }

  package func json() -> String {
    let plans = documents.map { document in
      JSONValue.object([
        JSONMember("id", .string(document.plan.key.description)),
        JSONMember("title", .string(document.plan.title)),
        JSONMember("status", JSONValue(document.plan.status?.rawValue)),
        JSONMember("created", JSONValue(document.plan.created?.description)),
        JSONMember("path", .string(document.plan.path.description)),
        JSONMember("former_path", .string(document.from.description)),
        JSONMember("commits", JSONValue(document.commits.map(\.description))),
      ])
    }
    return JSONReport.render([
      JSONMember("written", .boolean(isWritten)), JSONMember("plans", .array(plans)),
      JSONMember("warnings", JSONValue(warnings)),
    ])
  }

  /// - Parameter showsFrontMatter: Whether the lines of front matter that change are shown.
  package func text(_ style: TextStyle, showsFrontMatter: Bool) -> String {
    var text = ""
    for document in documents {
      text += "\(document.plan.key)  \(TerminalText.escaped(document.plan.path.description))\n"
      if document.from != document.plan.path {
        text += "  was \(TerminalText.escaped(document.from.description))\n"
      }
      if !document.commits.isEmpty {
        let count = document.commits.count
        text += "  \(count) \(count == 1 ? "commit gets a note" : "commits get notes")\n"
      }
      if showsFrontMatter {
        for line in FrontMatterLines.changes(from: document.old, to: document.new) {
          text += "  \(line.sign) \(TerminalText.escaped(line.text))\n"
        }
      }
    }
    if !isWritten { text += "nothing is written: this is a dry run\n" }
    return text
  }
}
