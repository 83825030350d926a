package import Plans

/// How text looks: with colours or without.
package struct TextStyle: Hashable, Sendable {
  package enum Colour: Int, Hashable, Sendable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  package let hasColour: Bool
  /// The columns of the terminal; `nil` where output goes to no terminal and is never cut.
  package let width: Int?

  package init(hasColour: Bool, width: Int?) {
    self.hasColour = hasColour
    self.width = width
  }

  /// Returns text in a colour.
  package func coloured(_ text: String, _ colour: Colour?) -> String {
    guard hasColour, let colour, !text.isEmpty else { return text }
    return "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m"
  }

  /// The colour of a plan's status.
  package func colour(of status: PlanStatus?) -> TextStyle.Colour? {
    switch status {
    case .done: .green
    case .active: .yellow
    case .planned: .cyan
    case .paused, .archived: .dim
    case nil: nil
    }
  }
}
