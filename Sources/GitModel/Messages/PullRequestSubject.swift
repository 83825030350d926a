/// The number of a pull request at the end of a commit's subject, as forges append it to squash commits.
package enum PullRequestSubject {
  /// Returns what `(#N)` or `(!N)` at the subject's end names, `nil` without one.
  ///
  /// The last one is the commit's own: `Revert "X (#1)" (#2)` is pull request 2. `(#N)` may be an issue,
  /// since people write this too.
  package static func mention(in subject: some StringProtocol) -> PullRequestMention? {
    var bytes = Array(subject.utf8)[...]
    while let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    guard bytes.popLast() == UInt8(ascii: ")") else { return nil }
    let digits = bytes.suffix(while: ASCII.isDigit)
    guard let number = PullRequestNumber.read(digits) else { return nil }
    let before = bytes[..<digits.startIndex].suffix(2)
    if before.elementsEqual("(#".utf8) {
      return PullRequestMention(number: number, forges: [.gitHub, .gitea], isCertain: false)
    }
    guard before.elementsEqual("(!".utf8) else { return nil }
    return PullRequestMention(number: number, forges: [.gitLab])
  }
}

extension BidirectionalCollection {
  /// Returns the longest suffix whose elements all satisfy a predicate.
  fileprivate func suffix(while predicate: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) { formIndex(before: &start) }
    return self[start...]
  }
}
