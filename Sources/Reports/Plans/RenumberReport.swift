package import GitModel
import JSON
package import Plans

/// What `renumber` changed, or would change.
package struct RenumberReport {
  /// A document that changes.
  package struct Document: Sendable {
    /// `plan`, `milestone` or `reference`.
    package let role: String
    package let from: RepositoryPath
    package let to: RepositoryPath

    package init(role: String, from: RepositoryPath, to: RepositoryPath) {
      self.role = role
      self.from = from
      self.to = to
    }
  }

  private let renumbering: Renumbering
  private let documents: [Document]
  private let branches: [String]
  private let commits: [ObjectID]
  private let warnings: [String]
  private let isWritten: Bool

  /// - Parameters:
  ///   - documents: The plan's own first.
  ///   - branches: Those whose configuration changes.
  ///   - commits: Those whose notes say what they belong to.
  package init(
    renumbering: Renumbering, documents: [Document], branches: [String], commits: [ObjectID],
    warnings: [String], isWritten: Bool
  ) {
    self.renumbering = renumbering
    self.documents = documents
    self.branches = branches
    self.commits = commits
    self.warnings = warnings
    self.isWritten = isWritten
  }

  package func json() -> String {
    let files = documents.map { document in
      JSONValue.object([
        JSONMember("role", .string(document.role)),
        JSONMember("from", .string(document.from.description)),
        JSONMember("to", .string(document.to.description)),
      ])
    }
    return JSONReport.render([
      JSONMember("written", .boolean(isWritten)),
      JSONMember("id", .string(renumbering.new.description)),
      JSONMember("former_id", .string(renumbering.old.description)),
      JSONMember("path", JSONValue(documents.first?.to.description)),
      JSONMember("documents", .array(files)),
      JSONMember("branches", JSONValue(branches)),
      JSONMember("commits", JSONValue(commits.map(\.description))),
      JSONMember("warnings", JSONValue(warnings)),
    ])
  }

  package func text(_ style: TextStyle) -> String {
    var text = "\(renumbering.old) → \(renumbering.new)\n"
    for document in documents {
      text += "  \(document.role)  " + TerminalText.escaped(document.from.description)
      if document.from != document.to {
        text += " → " + TerminalText.escaped(document.to.description)
      }
      text += "\n"
    }
    for branch in branches { text += "  branch  \(TerminalText.escaped(branch))\n" }
    if !commits.isEmpty {
      text +=
        "  \(commits.count) \(commits.count == 1 ? "commit gets a note" : "commits get notes")\n"
    }
    if !isWritten { text += "nothing is written: this is a dry run\n" }
    return text
  }
}
