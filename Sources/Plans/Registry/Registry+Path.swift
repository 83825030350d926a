package import GitModel

extension Registry {
  private static let pathKey = Array("\"path\": \"".utf8)
  private static let idKey = Array("\"id\": \"".utf8)

  /// Returns where a registry says that a plan is; `nil` where it does not say so in the way in which it is
  /// written. Whoever asks looks whether the plan is there: a registry may be older than the documents.
  ///
  /// The bytes are searched, not parsed, and from their end, since plans of late come last: a hook has no time
  /// for a registry of thousands.
  package static func path(of id: PlanID, in registry: [UInt8]) -> RepositoryPath? {
    let key = idKey + Array("\(id)\"".utf8)
    guard let start = lastIndex(of: key, in: registry) else { return nil }
    var position = start + key.count
    while position < registry.count {
      let rest = registry[position...]
      if rest.starts(with: idKey) { return nil }
      if rest.starts(with: pathKey) {
        let text = rest.dropFirst(pathKey.count).prefix { $0 != UInt8(ascii: "\"") }
        // What is escaped is left to those who list the folders.
        if text.contains(UInt8(ascii: "\\")) { return nil }
        return RepositoryPath(String(decoding: text, as: UTF8.self))
      }
      position += 1
    }
    return nil
  }

  private static func lastIndex(of key: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var start = bytes.count - key.count
      while start >= 0 {
        var length = 0
        while length < key.count, bytes[start + length] == key[length] { length += 1 }
        if length == key.count { return start }
        start -= 1
      }
      return nil
    }
  }
}
