/// The version that a tag's name states, if it states one.
///
/// Understood: `v1.2.3`, `1.2.3-rc.1`, `name-v1.2`, `name@1.2`, `2026.11`, four numbers and more, and
/// the pre-release forms of Semantic Versioning (`-rc.1`) and of Python (`1.0rc1`, `1.0.dev3`).
package struct VersionName: Hashable, Sendable {
  /// What stands before the version: empty, `v`, `name-v`, `name@`.
  package let prefix: Substring
  package let numbers: [Int]
  package let isPrerelease: Bool

  /// Reads a tag's name; `nil` where it is no version.
  package init?(_ name: String) {
    let text = name[...]
    guard let start = Self.versionStart(in: text) else { return nil }
    prefix = text[..<start]
    var numbers: [Int] = []
    var rest = text[start...]
    while true {
      let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
      guard !digits.isEmpty, let number = Int(digits) else { break }
      numbers.append(number)
      rest = rest[digits.endIndex...]
      guard rest.first == ".",
        rest.dropFirst().first.map({ $0.isASCII && $0.isWholeNumber }) == true
      else { break }
      rest.removeFirst()
    }
    guard !numbers.isEmpty, Self.isSuffix(rest) else { return nil }
    self.numbers = numbers
    isPrerelease = Self.isPrerelease(rest)
  }

  /// The version begins with the first digit that stands at the start or behind `v`, `V`, `@`, `-`, `_`
  /// or `/`.
  private static func versionStart(in text: Substring) -> Substring.Index? {
    var previous: Character?
    var beforePrevious: Character?
    for index in text.indices {
      let character = text[index]
      if character.isASCII, character.isWholeNumber {
        switch previous {
        case nil, "@", "-", "_", "/": return index
        case "v", "V":
          if beforePrevious == nil || "@-_/".contains(beforePrevious ?? " ") { return index }
        default: break
        }
      }
      (beforePrevious, previous) = (previous, character)
    }
    return nil
  }

  private static func isSuffix(_ rest: Substring) -> Bool {
    rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isWholeNumber || ".-+_~".contains($0)) }
  }

  private static func isPrerelease(_ suffix: Substring) -> Bool {
    let words = suffix.prefix { $0 != "+" }.lowercased()
    let letters = words.drop { !$0.isLetter }.prefix { $0.isLetter }
    if letters.isEmpty { return false }
    if prereleaseWords.contains(String(letters)) { return true }
    // Semantic Versioning: whatever follows a dash is a pre-release; these words say otherwise.
    return suffix.first == "-" && !finalWords.contains(String(letters))
  }

  private static let prereleaseWords: Set<String> = [
    "a", "alpha", "b", "beta", "c", "canary", "dev", "ea", "insider", "m", "milestone", "next",
    "nightly", "pre", "preview", "rc", "snapshot", "test",
  ]
  private static let finalWords: Set<String> = [
    "final", "ga", "lts", "p", "patch", "post", "r", "release", "sp", "stable",
  ]
}
