/// The first line that a forge gives to merges, as a pattern.
///
/// In a pattern, `{number}` stands for the digits of a pull request, `{branch}` for a merged branch,
/// `{owner}` for the account or repository it is from, `{into}` for the target and `{title}` for
/// anything. Each of them ends at the first occurrence of the text that follows it.
struct MergeMessageForm: Sendable {
  /// The forms that are known. A further forge is a further row.
  static let forges: [MergeMessageForm] = [
    // GitHub. GitLab uses git's own form.
    MergeMessageForm("Merge pull request #{number} from {owner}/{branch}")
  ]

  private enum Piece: Hashable, Sendable {
    case literal(String)
    case number, branch, owner, into, title
  }

  private let pieces: [Piece]

  /// Creates a form from its pattern.
  init(_ pattern: String) {
    let fields: [Substring: Piece] = [
      "number": .number, "branch": .branch, "owner": .owner, "into": .into, "title": .title,
    ]
    var pieces: [Piece] = []
    for (index, part) in pattern.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      var literal = part
      if index > 0, let close = part.firstIndex(of: "}"), let piece = fields[part[..<close]] {
        pieces.append(piece)
        literal = part[part.index(after: close)...]
      }
      if !literal.isEmpty { pieces.append(.literal(String(literal))) }
    }
    self.pieces = pieces
  }

  /// Returns what a line says; `nil` where it does not have this form.
  func match(_ line: String) -> MergeMessage? {
    var merge = MergeMessage()
    var owner: String?
    var rest = Array(line.utf8)[...]
    for (index, piece) in pieces.enumerated() {
      if case .literal(let text) = piece {
        guard rest.starts(with: text.utf8) else { return nil }
        rest = rest.dropFirst(text.utf8.count)
        continue
      }
      guard let field = field(at: index, in: rest), !field.isEmpty else { return nil }
      rest = rest[field.endIndex...]
      let text = String(decoding: field, as: UTF8.self)
      switch piece {
      case .number:
        guard field.allSatisfy(ASCII.isDigit), let number = Int(text) else { return nil }
        merge.pullRequest = number
      case .branch: merge.branches.append(MergedBranch(name: text))
      case .owner: owner = text
      case .into: merge.into = text
      case .title, .literal: break
      }
    }
    guard rest.isEmpty else { return nil }
    for index in merge.branches.indices { merge.branches[index].source = owner }
    return merge
  }

  /// Returns the bytes up to the literal behind the field at `index`, or all where it is the last.
  private func field(at index: Int, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard index + 1 < pieces.count, case .literal(let text) = pieces[index + 1] else { return rest }
    let literal = Array(text.utf8)
    var start = rest.startIndex
    while start + literal.count <= rest.endIndex {
      if rest[start...].starts(with: literal) { return rest[..<start] }
      start += 1
    }
    return nil
  }
}
