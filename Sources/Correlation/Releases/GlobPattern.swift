/// A shell pattern as `git tag --list` takes it: `*`, `?`, `[a-z]`, `[!a-z]` and `\`; `*` crosses `/`.
struct GlobPattern {
  private let pattern: [Character]

  init(_ pattern: String) { self.pattern = Array(pattern) }

  /// - Complexity: O(*p* × *n*) for a pattern of *p* and a name of *n* characters.
  func matches(_ name: String) -> Bool {
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

  private func bracket(at start: Int, _ character: Character) -> Int? {
    var place = start + 1
    var isNegated = false
    if place < pattern.count, pattern[place] == "!" || pattern[place] == "^" {
      isNegated = true
      place += 1
    }
    let first = place
    var isMatch = false
    while place < pattern.count, pattern[place] != "]" || place == first {
      let lower = pattern[place]
      if place + 2 < pattern.count, pattern[place + 1] == "-", pattern[place + 2] != "]" {
        if lower <= character, character <= pattern[place + 2] { isMatch = true }
        place += 3
      } else {
        if lower == character { isMatch = true }
        place += 1
      }
    }
    // Without a closing bracket it is an ordinary character.
    guard place < pattern.count else { return character == "[" ? start + 1 : nil }
    return isMatch != isNegated ? place + 1 : nil
  }
}
