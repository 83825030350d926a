/// A shell pattern as `git tag --list` and `git branch --list` take it: `*`, `?`, `[a-z]`, `[!a-z]` and `\`; `*`
/// crosses `/`.
package struct GlobPattern: Hashable, Sendable {
  private let pattern: [Character]

  package init(_ pattern: String) { self.pattern = Array(pattern) }

  /// - Complexity: O(*p* × *n*) for a pattern of *p* and a name of *n* characters.
  package func matches(_ name: String) -> Bool {
    let name = Array(name)
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == "*" {
        retry = (place, position)
        place += 1
      } else if let next = step(at: place, name[position]) {
        place = next
        position += 1
      } else if let last = retry {
        // The last star takes one character more.
        retry = (last.place, last.position + 1)
        place = last.place + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }

  /// Returns the place behind the element at `place` where it matches one character.
  private func step(at place: Int, _ character: Character) -> Int? {
    guard place < pattern.count else { return nil }
    switch pattern[place] {
    case "?": return place + 1
    case "[": return bracket(at: place, character)
    case "\\" where place + 1 < pattern.count:
      return pattern[place + 1] == character ? place + 2 : nil
    default: return pattern[place] == character ? place + 1 : nil
    }
  }

  /// Matches `[…]`: characters, ranges, `\` before a character, and classes such as `[:digit:]`.
  private func bracket(at start: Int, _ character: Character) -> Int? {
    var place = start + 1
    let isNegated = place < pattern.count && "!^".contains(pattern[place])
    if isNegated { place += 1 }
    let first = place
    var isMatch = false
    while place < pattern.count, pattern[place] != "]" || place == first {
      if let (name, next) = className(at: place) {
        if Self.isMember(character, of: name) { isMatch = true }
        place = next
        continue
      }
      let lower = element(&place)
      if place + 1 < pattern.count, pattern[place] == "-", pattern[place + 1] != "]" {
        place += 1
        let upper = element(&place)
        if lower <= character, character <= upper { isMatch = true }
      } else if lower == character {
        isMatch = true
      }
    }
    // Without a closing bracket it is an ordinary character.
    guard place < pattern.count else { return character == "[" ? start + 1 : nil }
    return isMatch != isNegated ? place + 1 : nil
  }

  /// Takes one character, which a backslash may stand before.
  private func element(_ place: inout Int) -> Character {
    if pattern[place] == "\\", place + 1 < pattern.count { place += 1 }
    place += 1
    return pattern[place - 1]
  }

  /// Reads `[:name:]` and returns the name with the place behind it.
  private func className(at place: Int) -> (String, Int)? {
    guard place + 1 < pattern.count, pattern[place] == "[", pattern[place + 1] == ":" else {
      return nil
    }
    var end = place + 2
    while end + 1 < pattern.count, pattern[end] != ":" || pattern[end + 1] != "]" { end += 1 }
    guard end + 1 < pattern.count else { return nil }
    return (String(pattern[(place + 2)..<end]), end + 2)
  }

  private static func isMember(_ character: Character, of name: String) -> Bool {
    guard character.isASCII else { return false }
    return switch name {
    case "digit": character.isWholeNumber
    case "alpha": character.isLetter
    case "alnum": character.isLetter || character.isWholeNumber
    case "upper": character.isUppercase
    case "lower": character.isLowercase
    case "space": character.isWhitespace
    case "punct": character.isPunctuation || character.isSymbol
    case "xdigit": character.isHexDigit
    default: false
    }
  }
}
