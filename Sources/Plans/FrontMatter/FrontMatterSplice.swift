/// One place of a file that a change touches, with the bytes that come there.
struct FrontMatterSplice {
  private let range: Range<Int>
  private let replacement: [UInt8]

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    replacement = Array(text.utf8)
  }

  /// Puts text between two bytes.
  init(at place: Int, _ text: String) { self.init(place..<place, text) }

  /// Returns the file with all replacements made. Places that overlap are a mistake of the caller; the text
  /// that comes out is then no worse than any other that `FrontMatterEdit` does not accept.
  static func apply(_ splices: [FrontMatterSplice], to bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    let ordered = splices.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, splice) in ordered {
      let start = max(position, splice.range.lowerBound)
      output += bytes[position..<start]
      output += splice.replacement
      position = max(start, splice.range.upperBound)
    }
    return output + bytes[position...]
  }
}
