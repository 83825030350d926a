/// A line that a forge gives to merges, as a pattern.
///
/// In a pattern, `{number}` stands for the digits of a pull request, `{branch}` for a merged branch, which
/// may have its repository and a colon in front, `{owner}` for the account it is from, `{repository}` for a
/// repository of that account, `{project}` for the project that was merged into, `{into}` for the target,
/// and `{title}` for anything. No field but the title holds a space or is empty.
struct MergeMessageForm: Sendable {
  /// The first lines that are known; the first row that fits counts. GitLab uses git's own form.
  static let titles: [MergeMessageForm] = [
    MergeMessageForm("Merge pull request #{number} from {owner}/{branch}", .gitHub, .gitea),
    MergeMessageForm(
      "Merge pull request #{number} in {project} from {branch} to {into}", .bitbucketServer),
    MergeMessageForm("Merge pull request '{title}' (#{number}) from {branch} into {into}", .gitea),
    MergeMessageForm("Merge pull request '{title}' (!{number}) from {branch} into {into}", .gitea),
    MergeMessageForm("Merge pull request {number} from {branch} into {into}", .azure),
    MergeMessageForm("Merged PR {number}: {title}", .azure),
    MergeMessageForm("Merged in {branch} (pull request #{number})", .bitbucket),
    MergeMessageForm("Pull request #{number}: {title}", .bitbucketServer),
    // What bots that test before they merge write: bors, homu and bors-ng.
    MergeMessageForm("Auto merge of #{number} - {branch}, r={title}", .gitHub),
    MergeMessageForm("Rollup merge of #{number} - {branch}, r={title}", .gitHub),
    MergeMessageForm(
      "auto merge of #{number} : {owner}/{repository}/{branch}, r={title}", .gitHub),
    MergeMessageForm("Merge #{number}", .gitHub),
    // Gerrit names neither branch nor number; Kitware's robot names a topic.
    MergeMessageForm("Merge \"{title}\""),
    MergeMessageForm("Merge \"{title}\" into {into}"),
    MergeMessageForm("Merge topic '{branch}'", .gitLab),
    MergeMessageForm("Merge topic '{branch}' into {into}", .gitLab),
  ]

  /// Titles that a person changed: only the number is sure.
  static let changedTitles: [MergeMessageForm] = [
    MergeMessageForm("Merge pull request #{number} {title}", .gitHub, .gitea),
    MergeMessageForm("Merge pull request #{number}, {title}", .gitHub, .gitea),
    MergeMessageForm("Merge pull request #{number}: {title}", .gitHub, .gitea),
    MergeMessageForm("Merge pull request #{number}", .gitHub, .gitea),
  ]

  /// The lines further down that speak of the merge.
  static let lines: [MergeMessageForm] = [
    MergeMessageForm("See merge request {project}!{number}", .gitLab),
    MergeMessageForm("See merge request !{number}", .gitLab),
    MergeMessageForm("Merge in {project} from {branch} to {into}", .bitbucketServer),
  ]

  private enum Piece: Hashable, Sendable {
    case literal([UInt8])
    case number, branch, owner, repository, project, into, title
  }

  private let pieces: [Piece]
  private let forges: [ForgeKind]

  /// Creates a form from its pattern and the forges that write it.
  init(_ pattern: String, _ forges: ForgeKind...) {
    let fields: [Substring: Piece] = [
      "number": .number, "branch": .branch, "owner": .owner, "repository": .repository,
      "project": .project, "into": .into, "title": .title,
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
      if !literal.isEmpty { pieces.append(.literal(Array(literal.utf8))) }
    }
    self.pieces = pieces
    self.forges = forges
  }

  /// Returns what a line says; `nil` where it does not have this form.
  ///
  /// - Complexity: O(*n* *m*) for *n* bytes and *m* places where a title could end.
  func match(_ line: some Collection<UInt8>) -> MergeMessage? {
    var captures = Captures()
    guard match(pieces[...], Array(line)[...], &captures) else { return nil }
    captures.merge.pullRequest?.source = captures.merge.branches.first?.source
    return captures.merge
  }

  private struct Captures {
    var merge = MergeMessage()
    var owner: String?
  }

  private func match(
    _ pieces: ArraySlice<Piece>, _ rest: ArraySlice<UInt8>, _ captures: inout Captures
  ) -> Bool {
    guard let piece = pieces.first else { return rest.isEmpty }
    let following = pieces.dropFirst()
    if case .literal(let text) = piece {
      return rest.starts(with: text) && match(following, rest.dropFirst(text.count), &captures)
    }
    let ends = ends(before: following.first, in: rest)
    if piece == .title {
      // A title may hold the words that end it: `Merge pull request 'Revert 'X' (#1)' (#2) from …`.
      for end in ends.reversed() where match(following, rest[end...], &captures) { return true }
      return false
    }
    guard let end = ends.first, end > rest.startIndex,
      take(rest[..<end], as: piece, into: &captures)
    else { return false }
    return match(following, rest[end...], &captures)
  }

  /// Returns where a field may end: before each occurrence of the literal behind it, or at the end of the
  /// line.
  private func ends(before piece: Piece?, in rest: ArraySlice<UInt8>) -> [Int] {
    guard case .literal(let text) = piece else { return [rest.endIndex] }
    guard rest.count >= text.count else { return [] }
    return (rest.startIndex...(rest.endIndex - text.count)).filter { start in
      rest[start] == text[0] && rest[start...].starts(with: text)
    }
  }

  /// Takes a field; `false` where it cannot be what the piece stands for.
  private func take(
    _ field: ArraySlice<UInt8>, as piece: Piece, into captures: inout Captures
  ) -> Bool {
    if field.contains(ASCII.space) { return false }
    let text = String(decoding: field, as: UTF8.self)
    switch piece {
    case .number:
      guard let number = PullRequestNumber.read(field) else { return false }
      captures.merge.pullRequest = PullRequestMention(
        number: number, forges: forges, project: captures.merge.project)
    case .branch:
      guard let branch = MergedBranch(written: text, of: captures.owner) else { return false }
      captures.merge.branches.append(branch)
    case .owner: captures.owner = text
    case .repository: captures.owner = (captures.owner ?? "") + "/" + text
    case .project:
      captures.merge.project = text
      captures.merge.pullRequest?.project = text
    case .into: captures.merge.into = text
    case .title, .literal: break
    }
    return true
  }
}
