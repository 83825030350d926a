/// The number of a pull request at the end of a commit's subject, as forges append it to squash commits.
package enum PullRequestSubject {
  /// Returns the number in `(#N)` at the subject's end, `nil` without one.
  ///
  /// The last one is the commit's own: `Revert "X (#1)" (#2)` is pull request 2. The number may be that
  /// of an issue, since people write this too.
  package static func number(in subject: some StringProtocol) -> Int? {
    var bytes = Array(subject.utf8)[...]
    while let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    guard bytes.popLast() == UInt8(ascii: ")") else { return nil }
    let digits = bytes.suffix(while: ASCII.isDigit)
    guard !digits.isEmpty, bytes[..<digits.startIndex].suffix(2).elementsEqual("(#".utf8) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
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
