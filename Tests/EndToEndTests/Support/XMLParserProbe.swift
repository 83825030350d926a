/// Counts the elements of a document that is plain enough: every tag on a line of its own, attributes
/// in quotes, nothing unescaped. `nil` counts stand for what is not well-formed.
struct XMLParserProbe {
  private(set) var counts: [String: Int]? = [:]

  init(_ text: String) {
    var open: [String] = []
    for line in text.split(separator: "\n").dropFirst() {
      var tag = line.drop { $0 == " " }
      guard tag.first == "<", tag.last == ">", !tag.dropFirst().dropLast().contains("<"),
        tag.count(where: { $0 == "\"" }) % 2 == 0
      else {
        counts = nil
        return
      }
      tag = tag.dropFirst().dropLast()
      if tag.first == "/" {
        guard open.popLast() == String(tag.dropFirst()) else {
          counts = nil
          return
        }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      counts?[name, default: 0] += 1
      if tag.last != "/" { open.append(name) }
    }
    if !open.isEmpty { counts = nil }
  }
}
