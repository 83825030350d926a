package import GitModel
import Markdown

/// What of a document matters when one asks whether it was revised: what it plans, not how far the work is.
package struct DocumentRevision: Hashable, Sendable {
  package let path: RepositoryPath
  /// The ID in the front matter, else in the file's name.
  package let id: PlanID?
  /// The title in the front matter, else the first heading.
  package let title: String?
  /// The recorded day of the last revision.
  package let updated: CalendarDate?
  /// The fields that a plan is made of.
  private let fields: [String: String]
  /// How often each word stands in the body, outside of its Progress section.
  private let words: [String: Int]

  /// The fields that change with the plan. Status, dates, tags and links change beside it.
  private static let plannedKeys = [
    "title", "kind", "domain", "touches", "risk", "breaking", "migration", "depends_on",
    "supersedes",
  ]

  package init(_ document: ParsedDocument) {
    path = document.path
    id =
      document.frontMatter?.text("id").flatMap { PlanID($0) }
      ?? PlanLayout.planID(ofFile: document.path.name)
    title = document.frontMatter?.text("title") ?? document.outline.headings.first?.text.nonEmpty
    updated = document["updated"].flatMap { RecordedDate($0)?.day }
    var fields: [String: String] = [:]
    for key in Self.plannedKeys {
      guard let node = document[key], !node.isEmptyValue else { continue }
      let list = Vocabulary.listKeys.contains(key) ? node.wordList.map(\.text) : [node.recordedText]
      if !list.isEmpty { fields[key] = list.joined(separator: "\n") }
    }
    self.fields = fields
    words = Self.words(of: document)
  }

  /// Says whether a plan was revised on its way from `earlier` to here: a field says something else, or some
  /// words of the body outside of its Progress section are others. How lines are broken counts for nothing.
  func isRevised(since earlier: DocumentRevision) -> Bool {
    if fields != earlier.fields { return true }
    var (added, removed) = (0, 0)
    for (word, count) in words {
      let difference = count - earlier.words[word, default: 0]
      if difference > 0 { added += difference } else { removed -= difference }
    }
    for (word, count) in earlier.words where words[word] == nil { removed += count }
    return max(added, removed) >= Self.revisedWords
  }

  /// This many words make a revision. A corrected spelling or a name that has changed is none.
  private static let revisedWords = 20

  private static func words(of document: ParsedDocument) -> [String: Int] {
    let body = DocumentBody(document)
    let progress = progressLines(of: document.outline)
    var words: [String: Int] = [:]
    for (offset, line) in body.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() where !progress.contains(where: { $0.contains(body.firstLine + offset) }) {
      for word in line.split(whereSeparator: { " \t\r".utf8.contains($0) }) {
        words[String(decoding: word, as: UTF8.self), default: 0] += 1
      }
    }
    return words
  }

  /// The lines of Progress sections, each up to the next heading that is not below its own.
  private static func progressLines(of outline: MarkdownOutline) -> [Range<Int>] {
    outline.headings.indices.filter { PlanBody.isProgress(outline.headings[$0]) }.map { place in
      let heading = outline.headings[place]
      let next = outline.headings[(place + 1)...].first { $0.level <= heading.level }
      return heading.line..<(next?.line ?? .max)
    }
  }
}
