import Correlation
import GitModel
import GitStore
import Plans

/// Writes links between commits and plans into git notes.
struct NoteLinks {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// What is to be written for one commit.
  struct Change {
    let commit: ObjectID
    let edit: NoteEdit
  }

  /// Writes all changes in one commit of the notes.
  ///
  /// - Returns: The commits whose notes changed.
  func write(_ changes: [Change], message: String) throws(GitError) -> Set<ObjectID> {
    var edits: [ObjectID: [NoteEdit]] = [:]
    for change in changes { edits[change.commit, default: []].append(change.edit) }
    let changed = try NotesWriter(session.repository, reference: FactsGatherer.notesReference)
      .update(Array(edits.keys), message: message) { commit, old in
        (edits[commit] ?? []).reduce(old) { note, edit in edit.applied(to: note) }
      }
    return Set(changed)
  }
}
