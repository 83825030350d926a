import GitModel
import Plans
import Reports

/// All that a plan's new ID changes.
struct RenumberPlan {
  /// A document that changes, and may move.
  struct Document {
    enum Role: Hashable {
      case plan, milestone
      /// Another plan, whose keys name this one.
      case reference(keys: [String])

      /// The word that reports use.
      var name: String {
        switch self {
        case .plan: "plan"
        case .milestone: "milestone"
        case .reference: "reference"
        }
      }
    }

    let role: Role
    let from: RepositoryPath
    let to: RepositoryPath
    let old: [UInt8]
    let new: [UInt8]
  }

  let renumbering: Renumbering
  /// The plan's own document first.
  var documents: [Document] = []
  /// The plan's folder where its name carries the ID too.
  var folder: (from: RepositoryPath, to: RepositoryPath)?
  var settings: [BranchSetting] = []
  /// What the notes of commits say from now on.
  var notes: [NoteLinks.Change] = []
  var warnings: [String] = []

  init(_ renumbering: Renumbering) { self.renumbering = renumbering }

  func report(isWritten: Bool) -> RenumberReport {
    var branches: [String] = []
    for setting in settings where !branches.contains(setting.branch) {
      branches.append(setting.branch)
    }
    return RenumberReport(
      renumbering: renumbering,
      documents: documents.map {
        RenumberReport.Document(role: $0.role.name, from: $0.from, to: $0.to)
      },
      branches: branches, commits: notes.map(\.commit), warnings: warnings, isWritten: isWritten)
  }
}
