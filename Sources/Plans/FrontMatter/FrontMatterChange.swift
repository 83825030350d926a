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
    /// None: the key goes, with the lines that it stands on.
    case nothing

    /// Whether a front matter without the key holds the value already.
    var isEmpty: Bool {
      switch self {
      case .nothing: true
      case .list(let list): list.words(from: []).isEmpty
      case .text, .plain: false
      }
    }
  }

  package var place: FrontMatterKey
  package var value: Value

  package init(_ place: FrontMatterKey, to value: Value) {
    self.place = place
    self.value = value
  }

  package init(_ key: String, in map: String? = nil, to text: String) {
    self.init(FrontMatterKey(key, in: map), to: .text(text))
  }

  package init(_ key: String, in map: String? = nil, to list: ListChange) {
    self.init(FrontMatterKey(key, in: map), to: .list(list))
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

  var key: String { place.key }
  var map: String? { place.map }
  /// The key with its map: `links.pr`.
  var name: String { place.name }
}
