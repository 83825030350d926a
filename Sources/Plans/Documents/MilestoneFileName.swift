/// The name of a milestone's file: `MS001.md`, `MS001_slug.md` or either behind a plan's ID and `_`.
struct MilestoneFileName {
  var plan: PlanID?
  var sequence: Int
  /// The part behind the sequence, empty where there is none.
  var slug: String

  init?(_ name: String) {
    guard name.hasSuffix(".md") else { return nil }
    var rest = Array(name.utf8.dropLast(3))[...]
    if let id = PlanID(prefixOf: rest) {
      guard rest.count > PlanID.length, rest[PlanID.length] == UInt8(ascii: "_") else { return nil }
      plan = id
      rest = rest.dropFirst(PlanID.length + 1)
    }
    guard let sequence = MilestoneID.sequence(rest.prefix(5)) else { return nil }
    self.sequence = sequence
    rest = rest.dropFirst(5)
    guard let separator = rest.first else {
      slug = ""
      return
    }
    guard "_-".utf8.contains(separator), rest.count > 1 else { return nil }
    slug = String(decoding: rest.dropFirst(), as: UTF8.self)
    guard let first = slug.unicodeScalars.first, first != "_", first != "-",
      slug.utf8.allSatisfy({ byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      })
    else { return nil }
  }
}
