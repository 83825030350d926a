/// The configuration that is in force in a repository, all scopes together, as `git config` sees it.
package struct Configuration: Hashable, Sendable {
  /// Where a value was written. Later scopes win over earlier ones.
  package enum Scope: Int, Hashable, Sendable, Comparable {
    case system, global, local, worktree, command

    package static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
  }

  /// One value. `value` is `nil` where the key stands alone, which means true.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: String?
    package let scope: Scope

    package init(key: String, value: String?, scope: Scope) {
      self.init(normalized: Configuration.normalized(key), value: value, scope: scope)
    }

    init(normalized key: String, value: String?, scope: Scope) {
      self.key = key
      self.value = value
      self.scope = scope
    }
  }

  /// Every value, the weakest scope first, within a scope in the order of its files.
  package let entries: [Entry]
  /// The places of the entries in the order of their keys, those of one key in their own order.
  private let places: [Int]

  package init(entries: [Entry]) {
    // The sort is stable, so that files stay in their order.
    let entries = Self.isSorted(entries) ? entries : entries.sorted { $0.scope < $1.scope }
    self.entries = entries
    places = entries.indices.sorted { left, right in
      let (one, other) = (entries[left].key, entries[right].key)
      return one == other ? left < right : one < other
    }
  }

  private static func isSorted(_ entries: [Entry]) -> Bool {
    var last = Scope.system
    for entry in entries {
      if entry.scope < last { return false }
      last = entry.scope
    }
    return true
  }

  /// Returns the value that wins; an empty string for a key that stands alone.
  package func string(_ key: String) -> String? {
    last(key).map { $0.value ?? "" }
  }

  /// Returns the value that wins among two keys that mean the same.
  package func string(ofEither one: String, _ other: String) -> String? {
    let last = max(places(of: one).last ?? -1, places(of: other).last ?? -1)
    return last < 0 ? nil : entries[last].value ?? ""
  }

  /// Returns every value of a key, the weakest first.
  package func strings(_ key: String, in scopes: Set<Scope>? = nil) -> [String] {
    places(of: key).compactMap { place in
      let entry = entries[place]
      return scopes?.contains(entry.scope) == false ? nil : entry.value ?? ""
    }
  }

  /// Returns the winning value as git's `--type=bool` reads it; `nil` where the key is absent.
  ///
  /// - Throws: `ConfigurationError` where the value is no boolean.
  package func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let entry = last(key) else { return nil }
    guard let value = entry.value else { return true }
    switch value.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off", "": return false
    default:
      // Git reads the numbers of a boolean as a C `int`.
      guard let number = Self.integer(value), Int32(exactly: number) != nil else {
        throw ConfigurationError(key: key, value: value, expected: "true or false")
      }
      return number != 0
    }
  }

  /// Returns the winning value as git's `--type=int` reads it, with the suffixes k, m and g.
  ///
  /// - Throws: `ConfigurationError` where the value is no integer.
  package func integer(_ key: String) throws(ConfigurationError) -> Int? {
    guard let entry = last(key) else { return nil }
    guard let value = entry.value, let number = Self.integer(value) else {
      throw ConfigurationError(key: key, value: entry.value ?? "", expected: "an integer")
    }
    return number
  }

  /// Returns the winning value as git's `--type=path` reads it: a leading `~/` is the home folder.
  package func path(_ key: String, home: String?) -> String? {
    guard let value = string(key) else { return nil }
    guard let home, value == "~" || value.hasPrefix("~/") else { return value }
    return home + value.dropFirst()
  }

  /// Returns the names between the first and the last dot of the keys of a section, in order.
  package func subsections(of section: String) -> [String] {
    var seen: Set<String> = []
    let prefix = section.lowercased() + "."
    return entries.compactMap { entry in
      guard entry.key.hasPrefix(prefix), let dot = entry.key.lastIndex(of: "."),
        dot > entry.key.index(entry.key.startIndex, offsetBy: prefix.count - 1)
      else { return nil }
      let name = String(
        entry.key[entry.key.index(entry.key.startIndex, offsetBy: prefix.count)..<dot])
      return seen.insert(name).inserted ? name : nil
    }
  }

  /// Returns the names of the values right below a section or subsection, such as `execplan.lint`, in
  /// order and in lower case.
  package func names(in section: String) -> [String] {
    let prefix = Self.normalized(section + ".")
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard entry.key.hasPrefix(prefix) else { return nil }
      let name = String(entry.key.dropFirst(prefix.count))
      return !name.contains(".") && seen.insert(name).inserted ? name : nil
    }
  }

  private func last(_ key: String) -> Entry? {
    places(of: key).last.map { entries[$0] }
  }

  /// Returns the places of the values of a key, the weakest first.
  ///
  /// - Complexity: O(log *n*) for *n* values of all keys.
  private func places(of key: String) -> ArraySlice<Int> {
    let key = Self.normalized(key)
    var start = places.startIndex
    var end = places.endIndex
    while start < end {
      let middle = start + (end - start) / 2
      if entries[places[middle]].key < key { start = middle + 1 } else { end = middle }
    }
    end = start
    while end < places.endIndex, entries[places[end]].key == key { end += 1 }
    return places[start..<end]
  }

  /// Returns a key with its section and its name in lower case; a subsection keeps its case.
  package static func normalized(_ key: String) -> String {
    let dot = UInt8(ascii: ".")
    var bytes = Array(key.utf8)
    let first = bytes.firstIndex(of: dot) ?? bytes.count
    let last = bytes.lastIndex(of: dot) ?? 0
    for index in bytes.indices where index < first || index > last {
      bytes[index] = ASCII.lowercased(bytes[index])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a number as C's `strtoimax` does with base 0, which is what git uses: blanks in front, a
  /// sign, `0x` and a leading zero count.
  private static func integer(_ text: String) -> Int? {
    let factor: Int
    var digits = text.utf8.drop { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
    switch digits.last {
    case UInt8(ascii: "k"), UInt8(ascii: "K"): factor = 1 << 10
    case UInt8(ascii: "m"), UInt8(ascii: "M"): factor = 1 << 20
    case UInt8(ascii: "g"), UInt8(ascii: "G"): factor = 1 << 30
    default: factor = 1
    }
    if factor > 1 { digits = digits.dropLast() }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var radix = 10
    if digits.count > 1, digits.first == UInt8(ascii: "0") {
      let isHexadecimal = digits.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
      radix = isHexadecimal ? 16 : 8
      digits = digits.dropFirst(isHexadecimal ? 2 : 1)
    }
    guard let first = digits.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+"),
      let number = Int(
        (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self), radix: radix)
    else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}

/// A configured value that is not of its key's type.
package struct ConfigurationError: Error, Hashable, Sendable {
  package let key: String
  package let value: String
  /// What the key takes, in words: "true or false".
  package let expected: String

  package init(key: String, value: String, expected: String) {
    self.key = key
    self.value = value
    self.expected = expected
  }
}
