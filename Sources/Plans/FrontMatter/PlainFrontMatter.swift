/// Reads an ID and the status from front matter that is plain, without a parser of YAML: hooks have no time
/// for one.
///
/// Most front matter is: a key and a short value on each line, short lists, a map of links. What has
/// anything else in it is left to the parser: a reading is right or there is none.
package enum PlainFrontMatter {
  /// Returns the status that a document records; `nil` where its front matter is not plain, records no status
  /// of the format, or is that of another plan.
  package static func status(in document: [UInt8], of id: PlanID) -> PlanStatus? {
    guard let fields = fields(of: document), let status = fields.status,
      fields.id?.elementsEqual(id.description.utf8) == true
    else { return nil }
    return PlanStatus(rawValue: String(decoding: status, as: UTF8.self))
  }

  /// Returns the ID that the document of a milestone records; `nil` where its front matter is not plain or
  /// records no such ID.
  package static func milestone(in document: [UInt8]) -> MilestoneID? {
    fields(of: document)?.id.flatMap { MilestoneID(String(decoding: $0, as: UTF8.self)) }
  }

  private static func fields(
    of document: [UInt8]
  ) -> (id: ArraySlice<UInt8>?, status: ArraySlice<UInt8>?)? {
    guard case .found(let found) = FrontMatter.search(document), found.isFirst else { return nil }
    var recordedID: ArraySlice<UInt8>?
    var status: ArraySlice<UInt8>?
    // Whether the lines below belong to a key that has no value of its own.
    var isOpen = false
    for line in document[found.yaml].split(separator: UInt8(ascii: "\n")) {
      let text = trimmed(line)
      guard let first = line.first, !text.isEmpty, text.first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: " ") || first == UInt8(ascii: "-") {
        guard isOpen, isPlain(below: text) else { return nil }
        continue
      }
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isKey(text[..<colon]),
        text.dropFirst(colon + 1 - text.startIndex).first ?? UInt8(ascii: " ") == UInt8(ascii: " "),
        let value = value(text[(colon + 1)...])
      else { return nil }
      isOpen = value.isEmpty
      if text.starts(with: "id:".utf8) {
        guard recordedID == nil else { return nil }
        recordedID = value
      } else if text.starts(with: "status:".utf8) {
        guard status == nil else { return nil }
        status = value
      }
    }
    return (recordedID, status)
  }

  /// Says whether a line of a list or of a map has nothing in it that reaches further.
  private static func isPlain(below text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") {
      guard rest.dropFirst().first ?? UInt8(ascii: " ") == UInt8(ascii: " ") else { return false }
      rest = trimmed(rest.dropFirst())
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), isKey(rest[..<colon]) {
      rest = rest[(colon + 1)...]
    }
    return value(rest) != nil
  }

  /// Returns a value without its quotes and its comment, empty where there is none; `nil` where it is not
  /// plain. A list in brackets keeps them.
  private static func value(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = trimmed(text)
    guard let first = text.first, first != UInt8(ascii: "#") else { return text.prefix(0) }
    guard !text.contains(where: { "\t\r\\".utf8.contains($0) }), !hasLineBreak(text) else {
      return nil
    }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = text.dropFirst().firstIndex(of: first), endsLine(text[(end + 1)...]) else {
        return nil
      }
      return text[(text.startIndex + 1)..<end]
    case UInt8(ascii: "["):
      guard let end = text.firstIndex(of: UInt8(ascii: "]")),
        endsLine(text[(end + 1)...]), isPlainList(text[..<end].dropFirst())
      else { return nil }
      return text[...end]
    default:
      guard !"{}]&*!|>%@`?,-:".utf8.contains(first) else { return nil }
      let end = comment(in: text) ?? text.endIndex
      let word = trimmed(text[..<end])
      let isPair = word.indices.contains { index in
        word[index] == UInt8(ascii: ":")
          && (index + 1 == word.endIndex || word[index + 1] == UInt8(ascii: " "))
      }
      return isPair ? nil : word
    }
  }

  /// Says whether YAML ends a line inside of a text: at U+0085, U+2028 and U+2029.
  private static func hasLineBreak(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { index in
      let rest = text[index...]
      return rest.starts(with: [0xC2, 0x85]) || rest.starts(with: [0xE2, 0x80, 0xA8])
        || rest.starts(with: [0xE2, 0x80, 0xA9])
    }
  }

  /// Says whether a list's items are words, or words in double quotes.
  private static func isPlainList(_ items: ArraySlice<UInt8>) -> Bool {
    items.split(separator: UInt8(ascii: ",")).allSatisfy { item in
      var item = trimmed(item)
      if item.count > 1, item.first == UInt8(ascii: "\""), item.last == UInt8(ascii: "\"") {
        item = item.dropFirst().dropLast()
      }
      return !item.contains { "[{#'\"&*!|>%@`:".utf8.contains($0) }
    }
  }

  /// Returns where the comment behind a value starts.
  private static func comment(in text: ArraySlice<UInt8>) -> Int? {
    text.indices.dropFirst().first { index in
      text[index] == UInt8(ascii: "#") && text[index - 1] == UInt8(ascii: " ")
    }
  }

  /// Says whether nothing but a comment is left of a line.
  private static func endsLine(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = trimmed(rest)
    return text.isEmpty
      || text.first == UInt8(ascii: "#") && rest.first == UInt8(ascii: " ")
  }

  private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// Returns text without the blanks around it and without a carriage return.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.first == UInt8(ascii: " ") { text.removeFirst() }
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\r") {
      text.removeLast()
    }
    return text
  }
}
