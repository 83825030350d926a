/// A change of what a git note says of plans. Other lines are a person's and stay as they are.
///
/// Every new statement gets a line of its own, so that `git notes merge` with the strategy
/// `cat_sort_uniq`, which joins the lines of two notes, keeps all statements of both.
package struct NoteEdit: Hashable, Sendable {
  /// What the commit belongs to: plans, milestones and documents. Denials of them are taken out.
  package var links: [PlanReference]
  /// What the commit does not belong to, whatever else says so. The note's own links to them are taken
  /// out.
  package var denials: [PlanReference]
  /// What the note is no longer to link to. Unlike a denial it leaves the message's word alone.
  package var withdrawals: [PlanReference]

  package init(
    links: [PlanReference] = [], denials: [PlanReference] = [],
    withdrawals: [PlanReference] = []
  ) {
    self.links = links
    self.denials = denials
    self.withdrawals = withdrawals
  }

  /// Returns the note's new text: the same one where it says all of this already, an empty one where
  /// nothing is left.
  package func applied(to note: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var said: Set<NoteStatement> = []
    var endsWithStatement = true
    for line in Self.lines(of: note) {
      let statements = NoteStatement.all(in: line)
      let kept = statements.filter { !takesOut($0) }
      said.formUnion(kept)
      if kept == statements {
        output += line
      } else {
        for statement in kept { Self.append(statement, to: &output) }
      }
      endsWithStatement = !statements.isEmpty
    }
    let wanted = links.map { NoteStatement($0) } + denials.map { NoteStatement($0, isDenial: true) }
    for statement in wanted where statement.line != nil && said.insert(statement).inserted {
      if !endsWithStatement { output = Self.endingLine(output) + Self.lineFeed }
      endsWithStatement = true
      Self.append(statement, to: &output)
    }
    return output
  }

  private func takesOut(_ statement: NoteStatement) -> Bool {
    if statement.isDenial {
      return links.contains { NoteStatement.covers(statement.reference, $0) }
    }
    return (denials + withdrawals).contains { NoteStatement.covers($0, statement.reference) }
  }

  private static let lineFeed = Array("\n".utf8)

  private static func append(_ statement: NoteStatement, to output: inout [UInt8]) {
    guard let line = statement.line else { return }
    output = endingLine(output) + Array(line.utf8) + lineFeed
  }

  private static func endingLine(_ text: [UInt8]) -> [UInt8] {
    text.isEmpty || text.last == UInt8(ascii: "\n") ? text : text + lineFeed
  }

  /// The lines with their ends.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }
}
