/// The characters of a text that is about to be parsed, for turning libyaml's marks, which count
/// characters, into bytes, lines and columns.
struct YAMLText {
  /// The index of each character's first byte, and last the index behind the text.
  private var characters: [Int] = []
  /// The number, from 0, of each line's first character.
  private var lines: [Int] = [0]
  private let firstLine: Int

  /// Reads `bytes`, whose first byte stands at the start of line `firstLine`; throws at the first byte
  /// that is no UTF-8 and at the first character that YAML does not allow.
  init(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLError) {
    self.firstLine = firstLine
    characters.reserveCapacity(bytes.count + 1)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      characters.append(offset)
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput:
        return
      case .error:
        throw YAMLError(at: mark(characters.count - 1), "the text is not valid UTF-8")
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        guard Self.isAllowed(scalar) else {
          throw YAMLError(
            at: mark(characters.count - 1),
            "the control character U+\(Self.hexadecimal(scalar.value)) is not allowed")
        }
        offset += encoded.count
        let next = offset < bytes.endIndex ? bytes[offset] : nil
        if scalar == "\n" || (scalar == "\r" && next != UInt8(ascii: "\n")) {
          lines.append(characters.count)
        }
      }
    }
  }

  /// Returns the place of the character with the number `index`, from 0.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  func mark(_ index: Int) -> YAMLMark {
    let index = min(index, characters.count - 1)
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= index { low = middle } else { high = middle }
    }
    return YAMLMark(
      offset: characters[index], line: firstLine + low, column: index - lines[low] + 1)
  }

  /// Says whether YAML 1.1 counts a character among the printable ones.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x1_0000...: true
    default: false
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
