extension Configuration {
  /// Returns the values that git takes from the environment: `git -c` (GIT_CONFIG_PARAMETERS) and
  /// GIT_CONFIG_COUNT with its keys and values. libgit2 knows neither.
  package static func entries(fromEnvironment environment: [String: String]) -> [Entry] {
    var entries: [Entry] = []
    let count = environment["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
    for number in 0..<max(0, min(count, 10_000)) {
      guard let key = environment["GIT_CONFIG_KEY_\(number)"],
        let value = environment["GIT_CONFIG_VALUE_\(number)"]
      else { continue }
      entries.append(Entry(key: key, value: value, scope: .command))
    }
    for (key, value) in parameters(environment["GIT_CONFIG_PARAMETERS"] ?? "") {
      entries.append(Entry(key: key, value: value, scope: .command))
    }
    return entries
  }

  /// Reads `'key'='value' 'key'` and the older `'key=value'`, each quoted as git's shell quoting does.
  private static func parameters(_ text: String) -> [(key: String, value: String?)] {
    var found: [(String, String?)] = []
    var rest = Array(text.utf8)[...]
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard let first = quoted(&rest) else { return found }
      if rest.first == UInt8(ascii: "=") {
        rest.removeFirst()
        // Nothing behind the sign is git's way to write a key that stands alone.
        found.append((first, quoted(&rest)))
      } else if let equals = first.firstIndex(of: "=") {
        found.append((String(first[..<equals]), String(first[first.index(after: equals)...])))
      } else {
        found.append((first, nil))
      }
    }
  }

  /// Takes one single-quoted word: `'it'\''s'`.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "'")
    guard rest.first == quote else { return nil }
    var word: [UInt8] = []
    while rest.first == quote {
      rest.removeFirst()
      guard let end = rest.firstIndex(of: quote) else { return nil }
      word.append(contentsOf: rest[..<end])
      rest = rest[(end + 1)...]
      guard rest.first == UInt8(ascii: "\\"), rest.count >= 3 else { break }
      rest.removeFirst()
      word.append(rest.removeFirst())
    }
    return String(decoding: word, as: UTF8.self)
  }
}
