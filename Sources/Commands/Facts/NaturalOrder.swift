/// The order in which people put names with numbers: `release/1.9` before `release/1.10`.
struct NaturalOrder: Comparable {
  /// Digits and other characters in turn, the digits without zeros before them.
  private let parts: [Substring]
  private let name: String

  init(_ name: String) {
    self.name = name
    var parts: [Substring] = []
    var rest = name[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let part = rest.prefix { Self.isDigit($0) == isNumber }
      parts.append(isNumber ? part.drop { $0 == "0" } : part)
      rest = rest[part.endIndex...]
    }
    self.parts = parts
  }

  static func < (left: NaturalOrder, right: NaturalOrder) -> Bool {
    for (one, other) in zip(left.parts, right.parts) where one != other {
      let areNumbers = one.allSatisfy(isDigit) && other.allSatisfy(isDigit)
      if areNumbers, one.count != other.count { return one.count < other.count }
      return one < other
    }
    if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
    return left.name < right.name
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber
  }
}
