import Markdown

/// Mends what is wrong with documents, as far as that takes no judgement. All bytes that no fix names stay,
/// and a fix which would change what the document says is not made.
package struct DocumentFixer: Sendable {
  private let linter: Linter
  private let layout: PlanLayout

  package init(_ linter: Linter, layout: PlanLayout = .standard) {
    self.linter = linter
    self.layout = layout
  }

  /// A document and what was mended in it.
  package struct Result: Hashable, Sendable {
    package var document: ParsedDocument
    /// What was mended, with the places in the document as it was before the round in which that was done.
    package var fixed: [Finding]
  }

  /// Mends a document, in rounds: a fix can show the way to another. What has been mended once stays as it is
  /// the next time.
  package func fixed(_ document: ParsedDocument) -> Result {
    var result = Result(document: document, fixed: [])
    for _ in 0..<Self.roundLimit {
      let candidates = Self.apart(linter.findings(in: result.document))
      var budget = max(
        1, min(Self.parseLimit, Self.byteLimit / max(1, result.document.bytes.count)))
      let round = accepted(candidates[...], beside: [], in: result.document, &budget)
      if round.isEmpty { break }
      result.document = applying(round, to: result.document)
      result.fixed += round
    }
    return result
  }

  /// More rounds than there are kinds of fixes. Each round leaves fewer findings.
  private static let roundLimit = 32
  /// How often a document is parsed at most to tell good fixes from bad ones.
  private static let parseLimit = 256
  /// How many bytes are parsed at most for that.
  private static let byteLimit = 64 << 20

  /// Returns the findings that have a fix, without those whose edits touch the edits of another.
  private static func apart(_ findings: [Finding]) -> [Finding] {
    let fixable = findings.filter { $0.fix?.edits.isEmpty == false }
    let edits = fixable.indices.flatMap { index in
      (fixable[index].fix?.edits ?? []).map { (range: $0.range, index: index) }
    }.sorted { ($0.range.lowerBound, $0.index) < ($1.range.lowerBound, $1.index) }
    var refused: Set<Int> = []
    var last: (end: Int, index: Int)?
    for edit in edits {
      if let last, last.index != edit.index, last.end >= edit.range.lowerBound {
        refused.insert(edit.index)
      } else {
        last = (max(last?.end ?? 0, edit.range.upperBound), edit.index)
      }
    }
    return fixable.indices.filter { !refused.contains($0) }.map { fixable[$0] }
  }

  /// Returns those of the candidates whose fixes, made together with the ones that are accepted already, keep
  /// what the document says: all of them, else those of either half.
  private func accepted(
    _ candidates: ArraySlice<Finding>, beside others: [Finding], in document: ParsedDocument,
    _ budget: inout Int
  ) -> [Finding] {
    guard !candidates.isEmpty, budget > 0 else { return [] }
    budget -= 1
    let all = others + candidates
    let comparison = FixComparison(of: document, with: applying(all, to: document))
    if comparison.allows(all.compactMap(\.fix)) { return Array(candidates) }
    if candidates.count == 1 { return [] }
    let middle = candidates.startIndex + candidates.count / 2
    let first = accepted(candidates[..<middle], beside: others, in: document, &budget)
    return first
      + accepted(candidates[middle...], beside: others + first, in: document, &budget)
  }

  /// Returns the document with the fixes of findings made.
  private func applying(_ findings: [Finding], to document: ParsedDocument) -> ParsedDocument {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.bytes.count)
    var position = 0
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      bytes += document.bytes[position..<edit.range.lowerBound]
      bytes += edit.replacement
      position = edit.range.upperBound
    }
    bytes += document.bytes[position...]
    return ParsedDocument(path: document.path, bytes: bytes, layout: layout)
  }
}
