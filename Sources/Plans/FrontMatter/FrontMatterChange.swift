/// A new value for one key of a front matter.
package struct FrontMatterChange: Hashable, Sendable {
  /// The key of the map that holds `key`, such as `links`; `nil` for a key of the front matter itself.
  package var map: String?
  package var key: String
  /// The new value, as text. It is written so that a reader of YAML finds this text, or a date.
  package var value: String

  package init(_ key: String, in map: String? = nil, to value: String) {
    self.key = key
    self.map = map
    self.value = value
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
