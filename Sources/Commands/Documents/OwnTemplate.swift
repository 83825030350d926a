import GitModel
import Plans
import SystemPackage
import WorkTree

/// The templates that a repository has of its own, in `.agent/templates`, or that a person names.
struct OwnTemplate {
  private let session: Session
  private let home: PlanHome
  private let files: WorkFiles

  init(_ session: Session, home: PlanHome, files: WorkFiles) {
    self.session = session
    self.home = home
    self.files = files
  }

  /// Returns the template of plans: the one that is named, else the repository's, `nil` without either.
  func plan(_ word: String?) throws -> [UInt8]? {
    guard let word else { return try standard("EXECPLAN_TEMPLATE.md") }
    let path = session.directory.pushing(FilePath(word))
    let found =
      try FileContent.read(path, limit: PlanDocument.sizeLimit)
      ?? own(word) ?? own(word + ".md")
    guard let found else {
      throw CommandError(
        "there is no template '\(word)'",
        hint: "give a file, or the name of one in \(home.agentFolder)/templates")
    }
    guard PlanTemplate.hasMark("id", in: found) else {
      throw CommandError(
        "the template '\(word)' has no mark {{id}}",
        hint: "a template begins with front matter that has the line 'id: {{id}}'")
    }
    return found
  }

  /// Returns the repository's template of milestones, `nil` where there is none.
  func milestone() throws -> [UInt8]? { try standard("MILESTONE_TEMPLATE.md") }

  /// A template of the standard name counts where it can be filled in; agentrules' own is for reading.
  private func standard(_ name: String) throws -> [UInt8]? {
    try own(name).flatMap { PlanTemplate.hasMark("id", in: $0) ? $0 : nil }
  }

  private func own(_ name: String) throws -> [UInt8]? {
    guard let path = home.agentFolder.appending("templates/\(name)") else { return nil }
    return try files.read(path, limit: PlanDocument.sizeLimit)
  }
}
