package import GitModel

/// A document and what earlier commits held in its place, under whatever name.
package struct DocumentHistory: Hashable, Sendable {
  /// A document as a commit made it.
  package struct Version: Hashable, Sendable {
    package var commit: ObjectID
    /// The day on which the commit was written, where its author was.
    package var day: CalendarDate
    package var revision: DocumentRevision

    package init(commit: ObjectID, day: CalendarDate, revision: DocumentRevision) {
      self.commit = commit
      self.day = day
      self.revision = revision
    }
  }

  /// The document as it is.
  package var document: ParsedDocument
  /// Each commit that changed it, newest first.
  package var versions: [Version]

  package init(document: ParsedDocument, versions: [Version]) {
    self.document = document
    self.versions = versions
  }
}
