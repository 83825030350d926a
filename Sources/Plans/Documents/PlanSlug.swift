/// Short names for folders and files, made from titles by the rules of agentrules.
package enum PlanSlug {
  /// The names that the layout itself uses.
  package static let reserved: Set<String> = ["active", "complete", "archive", "milestones"]

  /// Returns the slug of a title: lower case, anything but `a` to `z`, digits, `_` and `-` as `-`, runs of
  /// `-` as one, none of `-` and `_` at the ends. Empty where nothing is left.
  package static func make(from title: some StringProtocol) -> String {
    var slug = ""
    for scalar in title.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_": slug.unicodeScalars.append(scalar)
      default: if slug.last != "-" { slug.append("-") }
      }
    }
    let isTrimmed: (Character) -> Bool = { $0 == "-" || $0 == "_" }
    guard let start = slug.firstIndex(where: { !isTrimmed($0) }),
      let last = slug.lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(slug[start...last])
  }

  /// Returns the part of a file's name behind the ID, without `.md`; the whole of a name that has no ID.
  package static func ofFile(_ name: String) -> String {
    let title = name.hasSuffix(".md") ? name.dropLast(3) : name[...]
    guard PlanLayout.planID(ofFile: name) != nil else { return String(title) }
    return String(title.dropFirst(PlanID.length).drop { $0 == "_" || $0 == "-" })
  }
}
