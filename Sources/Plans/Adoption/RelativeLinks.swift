/// The links of a text that lead somewhere else once the file lies in another folder.
package enum RelativeLinks {
  /// Returns how many there are: `[…](target)` whose target has neither a scheme nor a leading `/` or `#`.
  package static func count(in bytes: [UInt8]) -> Int {
    var count = 0
    var position = 0
    while position + 2 < bytes.count {
      guard bytes[position] == UInt8(ascii: "]"), bytes[position + 1] == UInt8(ascii: "(") else {
        position += 1
        continue
      }
      let target = bytes[(position + 2)...].prefix { !" )\r\n".utf8.contains($0) }
      if isRelative(target) { count += 1 }
      position = target.endIndex
    }
    return count
  }

  private static func isRelative(_ target: ArraySlice<UInt8>) -> Bool {
    guard let first = target.first, !"#/".utf8.contains(first) else { return false }
    return !target.contains(UInt8(ascii: ":"))
  }
}
