/// Reads text in the encodings that need no tables.
enum MessageEncoding {
  /// Says whether an `encoding` header means Latin-1, whose bytes are the first 256 scalars of Unicode.
  static func isLatin1(_ encoding: String?) -> Bool {
    guard let encoding else { return false }
    let name = encoding.utf8.map(ASCII.lowercased).filter { ASCII.isAlphanumeric($0) }
    return name.elementsEqual("iso88591".utf8) || name.elementsEqual("latin1".utf8)
  }

  /// Returns the text of bytes, converted from Latin-1 where the header says so, else repaired UTF-8.
  static func text(_ bytes: some Collection<UInt8>, encoding: String?) -> String {
    if isLatin1(encoding) { return String(decoding: utf8(fromLatin1: bytes), as: UTF8.self) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls `body` with bytes in UTF-8 where the encoding can be converted, else with the bytes given.
  static func text<Result>(
    of bytes: ArraySlice<UInt8>, encoding: String?, _ body: (ArraySlice<UInt8>) -> Result
  ) -> Result {
    isLatin1(encoding) ? body(utf8(fromLatin1: bytes)[...]) : body(bytes)
  }

  private static func utf8(fromLatin1 bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(0xC0 | byte >> 6)
        result.append(0x80 | byte & 0x3F)
      }
    }
    return result
  }
}
