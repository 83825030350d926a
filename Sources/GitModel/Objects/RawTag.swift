/// What the header of a tag object says.
package struct RawTag: Hashable, Sendable {
  /// The object that is tagged, which may be a tag itself.
  package let object: ObjectID
  /// When the tag was made, in seconds from epoch; `nil` where the tagger or its date is missing or cannot
  /// be read, as in very old tags.
  package let taggerTime: Int64?

  /// Reads a tag object; `nil` where it does not begin with the name of an object.
  package init?(_ bytes: [UInt8]) {
    var object: ObjectID?
    var time: Int64?
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // An empty line ends the header.
      if line.isEmpty { break }
      if object == nil {
        guard line.starts(with: "object ".utf8) else { return nil }
        object = ObjectID(hex: line.dropFirst(7))
      } else if line.starts(with: "tagger ".utf8), let end = line.lastIndex(of: UInt8(ascii: ">")) {
        let words = line[(end + 1)...].split(separator: UInt8(ascii: " "))
        time = words.first.flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
      }
    }
    guard let object else { return nil }
    self.object = object
    taggerTime = time
  }
}
