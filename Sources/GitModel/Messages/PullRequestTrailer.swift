/// Lines of a message that name the pull request which the commit came with, as forges and their bots write
/// them: `Reviewed-on: https://…`.
package enum PullRequestTrailer {
  /// The keys in lower case. Most are trailers to git; `Pull Request resolved` is not.
  private static let keys = [
    "github-pull-request", "merge-request", "part-of", "pr-url", "pull request resolved",
    "pull-request", "reviewed-on",
  ].map { Array($0.utf8) }

  /// Returns what the lines name, the last line first: where a commit is picked to another branch, a forge
  /// writes below what stood there.
  ///
  /// Lines that are indented are quoted from elsewhere.
  static func mentions(in text: MessageText) -> [PullRequestMention] {
    var found: [PullRequestMention] = []
    var position = 0
    while position < text.end {
      let next = text.nextLine(after: position, limit: text.end)
      if let value = value(of: text, in: position..<next), let mention = mention(value) {
        found.append(mention)
      }
      position = next
    }
    return found.reversed()
  }

  /// Returns the value of a line with one of the keys.
  private static func value(of text: MessageText, in line: Range<Int>) -> String? {
    let first = ASCII.lowercased(text[line.lowerBound])
    for key in keys where key[0] == first && line.count > key.count {
      var end = line.lowerBound
      while end - line.lowerBound < key.count,
        ASCII.lowercased(text[end]) == key[end - line.lowerBound]
      {
        end += 1
      }
      guard end - line.lowerBound == key.count, text[end] == ASCII.colon else { continue }
      return text.string(text.trimmed((end + 1)..<line.upperBound))
    }
    return nil
  }

  /// Reads a value: an address, in angle brackets or not; `#12`, `!12`, `owner/name#12`, `group/name!12`.
  package static func mention(_ value: String) -> PullRequestMention? {
    var value = value[...]
    if value.hasPrefix("<"), value.hasSuffix(">") { value = value.dropFirst().dropLast() }
    if let address = PullRequestAddress(value) {
      return PullRequestMention(
        number: address.number, place: .trailer, forges: [address.forge], host: address.host,
        project: address.project)
    }
    guard let mark = value.lastIndex(where: { $0 == "#" || $0 == "!" }),
      let number = PullRequestNumber.read(value[value.index(after: mark)...])
    else { return nil }
    let project = value[..<mark]
    let isName = project.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isWholeNumber || "._-/".contains($0))
    }
    guard isName else { return nil }
    return PullRequestMention(
      number: number, place: .trailer,
      forges: value[mark] == "!" ? [.gitLab, .azure] : [.gitHub, .gitea],
      project: project.isEmpty ? nil : String(project))
  }
}
