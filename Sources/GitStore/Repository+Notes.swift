import CLibgit2
package import GitModel

extension Repository {
  /// One git note.
  package struct Note: Hashable, Sendable {
    /// The object that the note is about.
    package let annotated: ObjectID
    package let text: [UInt8]
  }

  /// Returns the notes under a reference such as `refs/notes/execplan`, ordered by the object they are
  /// about; none where the reference does not exist. Notes longer than `limit` bytes are left out.
  package func notes(under reference: String, limit: Int) throws(GitError) -> [Note] {
    let reader = try TreeReader(self)
    var notes: [Note] = []
    for (annotated, blob) in try noteBlobs(under: reference) {
      guard let text = try reader.blob(blob, limit: limit) else { continue }
      notes.append(Note(annotated: annotated, text: text))
    }
    return notes.sorted { $0.annotated < $1.annotated }
  }

  /// Returns the note of one object under a reference; `nil` where it has none, or one longer than `limit`
  /// bytes. The corresponding C function is `git_note_read`.
  package func note(
    on annotated: ObjectID, under reference: String, limit: Int
  ) throws(GitError) -> [UInt8]? {
    var note: OpaquePointer?
    var oid = annotated.oid
    let code = git_note_read(&note, handle.pointer, reference, &oid)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read the note of \(annotated) under \(reference)")
    defer { git_note_free(note) }
    guard let blob = git_note_id(note) else { return nil }
    return try TreeReader(self).blob(ObjectID(blob.pointee), limit: limit)
  }

  /// Returns which objects have a note under a reference, each with the blob that holds it.
  ///
  /// The corresponding C function is `git_note_next`.
  func noteBlobs(
    under reference: String
  ) throws(GitError) -> [(annotated: ObjectID, blob: ObjectID)] {
    guard try referenceTarget(reference) != nil else { return [] }
    let attempt = "read the notes under \(reference)"
    let iterator = try Handle.make(attempt, free: git_note_iterator_free) {
      git_note_iterator_new(&$0, handle.pointer, reference)
    }
    var found: [(annotated: ObjectID, blob: ObjectID)] = []
    while true {
      var blob = git_oid()
      var annotated = git_oid()
      let code = git_note_next(&blob, &annotated, iterator.pointer)
      if code == GIT_ITEROVER.rawValue { return found }
      try check(code, attempt)
      found.append((ObjectID(annotated), ObjectID(blob)))
    }
  }
}
