import GitModel
import Plans
import Reports

/// All that becomes of documents that are adopted.
struct AdoptPlan {
  struct Document {
    let id: PlanID
    let from: RepositoryPath
    let to: RepositoryPath
    let old: [UInt8]
    let new: [UInt8]
    /// What the new document says.
    let plan: Plan
    /// The commits that name the document by its path, and get a note.
    var commits: [ObjectID] = []
  }

  var documents: [Document] = []
  var notes: [NoteLinks.Change] = []
  var settings: [BranchSetting] = []
  var warnings: [String] = []

  func report(isWritten: Bool) -> AdoptReport {
    AdoptReport(
      documents: documents.map { document in
        AdoptReport.Document(
          plan: document.plan, from: document.from, old: document.old, new: document.new,
          commits: document.commits)
      }, warnings: warnings, isWritten: isWritten)
  }
}
