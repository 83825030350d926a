/// The pull requests that a message says it takes back, as forges word it: `Reverts owner/name#12`, or a title
/// that quotes that of the pull request.
struct RevertedRequests {
  /// What the lines name, in the order of the message; under a title of another kind, only what a line names that
  /// says nothing else.
  private var all: [PullRequestMention] = []
  private var certain: [PullRequestMention] = []

  private static let keys = [
    "Reverts ", "This reverts merge request ", "This reverts pull request ",
  ].map { Array($0.utf8) }
  /// What people put before a number.
  private static let kinds = ["PR ", "MR ", "pull request ", "merge request "]
  private static let joints = [", and ", ", ", " and "]
  private static let revertWord = Array("revert".utf8)

  /// Reads a line.
  mutating func read(_ text: MessageText, line: Range<Int>) {
    guard let key = Self.keys.first(where: { text.has($0, at: line.lowerBound) }) else { return }
    var rest = text.string(text.trimmed((line.lowerBound + key.count)..<line.upperBound))[...]
    var found: [PullRequestMention] = []
    repeat {
      guard let mention = Self.takeMention(&rest) else { break }
      found.append(mention)
    } while Self.take(&rest, oneOf: Self.joints)
    all += found
    // "Reverts #12" may be said of an issue's fix, or of a part; forges name the project.
    let isForges = key != Self.keys[0] || found.allSatisfy { $0.project != nil }
    if isForges, rest.allSatisfy({ $0 == "." }) { certain += found }
  }

  /// Returns what is taken back.
  ///
  /// - Parameters:
  ///   - title: The first line of the message, empty without one.
  ///   - hasNames: Whether the message names commits that it takes back. Then the title tells nothing new.
  func mentions(in text: MessageText, title: Range<Int>, hasNames: Bool) -> [PullRequestMention] {
    if all.isEmpty, hasNames { return [] }
    guard let words = Self.revertTitle(text, title) else { return certain }
    if !all.isEmpty { return all }
    return Self.quotedTitle(text.string(words)).flatMap(Self.request).map { [$0] } ?? []
  }

  /// Returns the hash of the title that is quoted, as `CommitIdentity` has it; `nil` where a line names what is
  /// taken back.
  func title(in text: MessageText, title: Range<Int>) -> UInt64? {
    guard all.isEmpty, certain.isEmpty, let words = Self.revertTitle(text, title),
      let quoted = Self.quotedTitle(text.string(words))
    else { return nil }
    var hash = FNVHash()
    hash.combine(quoted.utf8)
    return hash.value
  }

  /// Returns a title from the word `Revert` on; `nil` where it does not begin with it. A topic may stand in front:
  /// `[parser] Revert …`, `Merged PR 8: Revert …`.
  private static func revertTitle(_ text: MessageText, _ title: Range<Int>) -> Range<Int>? {
    for start in title where start + revertWord.count <= title.upperBound {
      guard ASCII.lowercased(text[start]) == revertWord[0],
        start == title.lowerBound || isBehindTopic(text, start, title),
        revertWord.indices.allSatisfy({ ASCII.lowercased(text[start + $0]) == revertWord[$0] })
      else { continue }
      return start..<title.upperBound
    }
    return nil
  }

  private static func isBehindTopic(_ text: MessageText, _ start: Int, _ title: Range<Int>) -> Bool
  {
    guard start - title.lowerBound > 1, text[start - 1] == ASCII.space else { return false }
    return text[start - 2] == ASCII.colon || text[start - 2] == UInt8(ascii: "]")
  }

  /// Returns the title that stands in quotes behind `Revert`.
  private static func quotedTitle(_ title: String) -> Substring? {
    guard let open = title.firstIndex(where: { $0 == "\"" || $0 == "'" }),
      title[..<open].lowercased() == "revert ", let close = title.lastIndex(of: title[open]),
      open < close
    else { return nil }
    return title[title.index(after: open)..<close]
  }

  /// Reads the number of a title.
  private static func request(_ title: Substring) -> PullRequestMention? {
    MergeMessage(subject: title)?.pullRequest ?? PullRequestSubject.mention(in: title)
  }

  private static func takeMention(_ rest: inout Substring) -> PullRequestMention? {
    _ = take(&rest, oneOf: kinds)
    var word = rest.prefix { $0 != " " }
    while let last = word.last, ".,;:".contains(last) { word.removeLast() }
    guard let mention = PullRequestTrailer.mention(String(word)) else { return nil }
    rest = rest[word.endIndex...]
    return mention
  }

  private static func take(_ rest: inout Substring, oneOf words: [String]) -> Bool {
    guard let word = words.first(where: rest.hasPrefix) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }
}
