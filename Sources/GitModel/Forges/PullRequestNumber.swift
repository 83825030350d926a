/// The number of a pull request.
package enum PullRequestNumber {
  /// Reads a number that is written in digits and nothing else; `nil` for any other text and for numbers
  /// that no forge gives.
  package static func read(_ text: some StringProtocol) -> Int? { read(text.utf8) }

  /// Reads a number from the bytes of its digits.
  static func read(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...10).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return number > 0 ? number : nil
  }
}
