/// Finds the word that somebody is likely to have meant.
package enum NearestWord {
  /// Returns the word with the fewest edits from `word`, the first of several; `nil` where every word is
  /// so far away that it would be a guess. Case counts for nothing.
  package static func of(_ word: some StringProtocol, among words: [String]) -> String? {
    let own = Array(word.lowercased().unicodeScalars)
    // Nobody misspells a long text: what is not nearly a word costs no comparison.
    guard own.count <= 40 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in words {
      let other = Array(candidate.lowercased().unicodeScalars)
      let limit = max(own.count, other.count) <= 4 ? 1 : max(own.count, other.count) <= 8 ? 2 : 3
      guard abs(own.count - other.count) <= limit else { continue }
      let distance = distance(own, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// Returns the end of a message: `; did you mean 'kind'?`, empty where no word is near.
  static func hint(for word: some StringProtocol, among words: [String]) -> String {
    of(word, among: words).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// How many insertions, removals, replacements and swaps of neighbours lead from one text to the other.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], other == left[row - 1] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
