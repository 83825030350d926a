import GitModel
import Plans

/// Problems as commands to GitHub's runner, which shows them beside the lines they are about.
package enum GitHubAnnotations {
  /// Returns one line for each problem: `::error file=a.md,line=3,col=9,title=rule::message`.
  package static func render(_ problems: [Problem]) -> String {
    problems.map { problem in
      var properties: [String] = []
      if let place = problem.place {
        properties += [
          "file=" + property(place.path.description), "line=\(place.line)", "col=\(place.column)",
        ]
      }
      properties.append("title=" + property(problem.rule))
      let message = data(TerminalText.escaped(problem.message))
      return "::\(problem.severity.rawValue) \(properties.joined(separator: ","))::\(message)\n"
    }.joined()
  }

  /// Escapes as the runner's own toolkit does: `escapeData` in `@actions/core`.
  private static func data(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Escapes the value of a property: `escapeProperty` in `@actions/core`.
  private static func property(_ text: String) -> String {
    var escaped = ""
    for character in data(TerminalText.escaped(text)) {
      switch character {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
