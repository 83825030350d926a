package import Markdown

/// The four sections that every plan keeps up to date.
package enum LivingSection: Hashable, Sendable, CaseIterable {
  case progress, surprises, decisions, outcomes

  /// The heading that the format gives the section.
  package var title: String {
    switch self {
    case .progress: "Progress"
    case .surprises: "Surprises & Discoveries"
    case .decisions: "Decision Log"
    case .outcomes: "Outcomes & Retrospective"
    }
  }

  /// Recognises a section by its heading, at whatever level, in the ways that people write it: `3. Progress`,
  /// `Progress Notes`, `Outcomes and Retrospective:`, `Decision Log (continued)`, `Progress / 진행 상황`.
  package init?(_ heading: MarkdownOutline.Heading) {
    let parts = heading.text.lowercased().split(separator: "/")
    guard let section = parts.lazy.compactMap({ Self.byName[Self.words(of: $0)] }).first else {
      return nil
    }
    self = section
  }

  /// The sections by what their headings are called.
  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { section in section.names.map { ($0, section) } })

  /// What the headings are called, in words of lower case, `and` for `&`.
  private var names: [String] {
    switch self {
    case .progress:
      [
        "progress", "progress notes", "progress log", "progress tracking", "progress tracker",
        "progress updates", "progress checklist",
      ]
    case .surprises:
      [
        "surprises and discoveries", "surprises", "discoveries", "discoveries and surprises",
        "surprise and discoveries", "surprises and discovery", "surprises and findings",
      ]
    case .decisions:
      [
        "decision log", "decisions log", "decision logs", "decision record", "decision records",
        "decisions", "decisions made", "decision log and rationale",
      ]
    case .outcomes:
      [
        "outcomes and retrospective", "outcome and retrospective", "outcomes and retrospectives",
        "outcomes", "retrospective", "retrospective and outcomes",
      ]
    }
  }

  /// Returns the words of a heading up to the first sign that begins a remark, without the number or sign that
  /// may stand in front.
  private static func words(of heading: Substring) -> String {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    scan: for scalar in heading.unicodeScalars {
      switch scalar {
      case "&", "+":
        close()
        words.append("and")
      case "a"..."z": word.unicodeScalars.append(scalar)
      case _ where !scalar.isASCII && scalar.properties.isAlphabetic:
        word.unicodeScalars.append(scalar)
      case _ where words.isEmpty && word.isEmpty: continue
      case " ", "\t": close()
      case "-" where !word.isEmpty: close()
      default: break scan
      }
    }
    close()
    return words.joined(separator: " ")
  }
}
