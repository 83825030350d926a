import Correlation

/// What further targets have of a plan's work, for a cell of a table: "release/1.3, release/1.2 1/2".
struct TargetsCell {
  /// So many names stand in a cell.
  private static let shown = 2
  /// The columns that a cell takes on a terminal at most.
  private static let width = 24

  let text: String

  init(_ answer: PlanAnswer, _ style: TextStyle) {
    let names = answer.targets.dropFirst().compactMap { target -> String? in
      let name = TerminalText.escaped(target.target.shorthand)
      return switch target.state {
      case .landed: name
      case .partial:
        "\(name) \(target.landed)/\(target.landed + target.missing + target.reverted)"
      case .missing: nil
      }
    }
    if names.isEmpty {
      text = "-"
      return
    }
    let more = names.count - Self.shown
    let room = style.width == nil ? Int.max : Self.width
    text =
      TerminalText.shortened(names.prefix(Self.shown).joined(separator: ", "), to: room)
      + (more > 0 ? " +\(more)" : "")
  }
}
