package import YAML

/// Why a file has no front matter that can be read.
package enum FrontMatterError: Error, Hashable, Sendable {
  case missing
  /// The front matter begins at the 1-based line and never ends.
  case unterminated(line: Int)
  case invalid(YAMLError)

  /// The 1-based line.
  package var line: Int {
    switch self {
    case .missing: 1
    case .unterminated(let line): line
    case .invalid(let error): error.line
    }
  }

  /// The 1-based column, counted in code points.
  package var column: Int {
    if case .invalid(let error) = self { error.column } else { 1 }
  }

  /// What is wrong, lower case, without a final period.
  package var message: String {
    switch self {
    case .missing: "the file does not begin with front matter between lines of '---'"
    case .unterminated: "the front matter has no closing line of '---'"
    case .invalid(let error): error.message
    }
  }
}
