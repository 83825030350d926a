// The spellings of numbers and times in YAML 1.1, as PyYAML 6 matches them.
extension YAMLResolution {
  static func isInteger(_ bytes: [UInt8]) -> Bool {
    let digits = unsigned(bytes)
    guard let first = digits.first, isDigit(first) else { return false }
    if digits.starts(with: "0b".utf8) { return isRun(digits.dropFirst(2), of: "01_") }
    if digits.starts(with: "0x".utf8) {
      return isRun(digits.dropFirst(2), of: "0123456789abcdefABCDEF_")
    }
    if first == UInt8(ascii: "0") {
      return digits.count == 1 || isRun(digits.dropFirst(), of: "01234567_")
    }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return isRun(parts[0], of: "0123456789_") && parts.dropFirst().allSatisfy(isSexagesimal)
  }

  static func isFloat(_ bytes: [UInt8]) -> Bool {
    let digits = unsigned(bytes)
    let isSigned = digits.count < bytes.count
    let text = String(decoding: digits, as: UTF8.self)
    if [".inf", ".Inf", ".INF"].contains(text) { return true }
    if [".nan", ".NaN", ".NAN"].contains(text) { return !isSigned }
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return false }
    let whole = digits[..<point]
    var fraction = digits[(point + 1)...]
    if let exponent = fraction.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      let power = fraction[(exponent + 1)...]
      // The sign belongs to the rule: `1.0e5` is text.
      guard let sign = power.first, "+-".utf8.contains(sign),
        isRun(power.dropFirst(), of: "0123456789"), !whole.contains(UInt8(ascii: ":"))
      else { return false }
      fraction = fraction[..<exponent]
    }
    guard fraction.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
    guard let first = whole.first else {
      return !isSigned && fraction.first.map(isDigit) == true
    }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return isDigit(first) && isRun(parts[0], of: "0123456789_")
      && parts.dropFirst().allSatisfy(isSexagesimal)
  }

  /// Says whether the spelling is a date, or a date with a time of day behind `T` or blanks.
  static func isTimestamp(_ bytes: [UInt8]) -> Bool {
    let shape = bytes.map { isDigit($0) ? UInt8(ascii: "0") : $0 }
    if shape.elementsEqual("0000-00-00".utf8) { return true }
    guard let separator = shape.firstIndex(where: { "Tt \t".utf8.contains($0) })
    else { return false }
    let days = ["0000-00-00", "0000-0-00", "0000-00-0", "0000-0-0"]
    guard days.contains(String(decoding: shape[..<separator], as: UTF8.self)) else { return false }
    var rest = shape[separator...]
    rest = isBlank(shape[separator]) ? rest.drop(while: isBlank) : rest.dropFirst()
    if rest.starts(with: "00:00:00".utf8) {
      rest = rest.dropFirst(8)
    } else if rest.starts(with: "0:00:00".utf8) {
      rest = rest.dropFirst(7)
    } else {
      return false
    }
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
    rest = rest.drop(while: isBlank)
    if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
    guard let sign = rest.first, "+-".utf8.contains(sign) else { return false }
    return ["0", "00", "0:00", "00:00"].contains(
      String(decoding: rest.dropFirst(), as: UTF8.self))
  }

  private static func unsigned(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let first = bytes.first, "+-".utf8.contains(first) else { return bytes[...] }
    return bytes.dropFirst()
  }

  private static func isSexagesimal(_ part: ArraySlice<UInt8>) -> Bool {
    guard (1...2).contains(part.count), part.allSatisfy(isDigit), let first = part.first
    else { return false }
    return part.count == 1 || first <= UInt8(ascii: "5")
  }

  private static func isRun(_ bytes: ArraySlice<UInt8>, of allowed: String) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { allowed.utf8.contains($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
