package import GitModel
import Markdown

/// Documents that carry one ID, and what tells them apart, now and at earlier commits: the name of the
/// file, the title, and the lines that only one of them has.
///
/// History alone does not tell: a squash or a rebase writes a document anew, and folders change.
package struct Namesakes: Hashable, Sendable {
  private struct Document: Hashable {
    let name: String
    let title: String
    let lines: Set<Substring>
  }

  private var documents: [Document] = []

  package init() {}

  package var count: Int { documents.count }

  /// Adds a document, which is known by its place in the order of adding.
  package mutating func add(_ path: RepositoryPath, _ bytes: [UInt8]) {
    documents.append(Self.document(path, bytes))
  }

  /// Says whether a file has the name or the title of one of the documents.
  package func isKnown(_ path: RepositoryPath, _ bytes: [UInt8]) -> Bool {
    !similar(to: Self.document(path, bytes)).isEmpty
  }

  /// Returns which of the documents a file was, wherever it lay then; `nil` where it was another one, or
  /// where nothing tells.
  package func position(of path: RepositoryPath, _ bytes: [UInt8]) -> Int? {
    let file = Self.document(path, bytes)
    let similar = similar(to: file)
    if similar.count < 2 { return similar.first }
    let same = similar.filter {
      documents[$0].name == file.name && documents[$0].title == file.title
    }
    if same.count == 1 { return same.first }
    let candidates = same.isEmpty ? similar : same
    let shared = candidates.map { position in
      let others = candidates.filter { $0 != position }
      return documents[position].lines.count { line in
        file.lines.contains(line) && !others.contains { documents[$0].lines.contains(line) }
      }
    }
    let best = shared.max() ?? 0
    guard best > 0, shared.count(where: { $0 == best }) == 1 else { return nil }
    return shared.firstIndex(of: best).map { candidates[$0] }
  }

  private func similar(to file: Document) -> [Int] {
    documents.indices.filter {
      documents[$0].name == file.name || documents[$0].title == file.title
    }
  }

  private static func document(_ path: RepositoryPath, _ bytes: [UInt8]) -> Document {
    let text = String(decoding: bytes, as: UTF8.self)
    let frontMatter = try? FrontMatterDocument(bytes)
    let title =
      frontMatter?.text("title") ?? PlanBody.outline(of: bytes).headings.first?.text ?? path.title
    // The ID is what they share.
    let name =
      PlanLayout.planID(ofFile: path.name) == nil
      ? path.name : String(path.name.dropFirst(PlanID.length))
    // Lines with the title would only say again what the title says.
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.contains(title) }
    return Document(name: name, title: title, lines: Set(lines))
  }
}
