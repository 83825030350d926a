import GitModel
import SystemPackage

/// A file's content in a few bytes, to tell whether it is still the same: its length and its FNV-1a hash.
///
/// It guards against a person who saves a file at the wrong moment, not against one who looks for two
/// contents with one hash: whoever can write the journal can write the files as well.
struct FileFingerprint: Hashable, Sendable {
  private let length: Int
  private let hash: UInt64

  init(of bytes: [UInt8]) {
    length = bytes.count
    hash = Self.hash(bytes)
  }

  /// Reads the fingerprint of a regular file; `nil` where there is none.
  init?(ofFileAt path: FilePath) throws(FileError) {
    guard let bytes = try FileContent.read(path, limit: .max, followsLinks: false) else {
      return nil
    }
    self.init(of: bytes)
  }

  /// Reads a fingerprint from its text; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[0]), length >= 0, parts[1].utf8.count == 16,
      let hash = UInt64(parts[1], radix: 16)
    else { return nil }
    self.length = length
    self.hash = hash
  }

  /// The length in bytes, a colon, and 16 hexadecimal digits.
  var text: String { "\(length):\(Self.digits(hash))" }

  static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNVHash()
    hash.combine(bytes)
    return hash.value
  }
}
