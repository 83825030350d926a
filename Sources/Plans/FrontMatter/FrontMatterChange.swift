/// A change of one key of a front matter.
package struct FrontMatterChange: Hashable, Sendable {
  /// What becomes of the key's value.
  package enum Value: Hashable, Sendable {
    /// A text. It is written so that a reader of YAML finds this text, or a date.
    case text(String)
    /// A boolean, a number or `null` in its spelling, which is written without quotes.
    case plain(String)
    /// The words of a list.
    case list(ListChange)
  }

  /// The key of the map that holds `key`, such as `links`; `nil` for a key of the front matter itself.
  package var map: String?
  package var key: String
  package var value: Value

  package init(_ key: String, in map: String? = nil, to value: Value) {
    self.key = key
    self.map = map
    self.value = value
  }

  package init(_ key: String, in map: String? = nil, to text: String) {
    self.init(key, in: map, to: .text(text))
  }

  package init(_ key: String, in map: String? = nil, to list: ListChange) {
    self.init(key, in: map, to: .list(list))
  }

  /// The change of `links.pr`.
  package static func pullRequest(_ link: String) -> FrontMatterChange {
    FrontMatterChange("pr", in: "links", to: link)
  }

  package static func status(_ status: PlanStatus) -> FrontMatterChange {
    FrontMatterChange("status", to: status.rawValue)
  }

  package static func updated(_ date: CalendarDate) -> FrontMatterChange {
    FrontMatterChange("updated", to: date.description)
  }

  /// The key with its map: `links.pr`.
  package var name: String { (map.map { $0 + "." } ?? "") + key }
}
