/// References chosen by patterns of their names.
package struct ReferenceSelection: Hashable, Sendable {
  private struct Rule: Hashable, Sendable {
    let pattern: GlobPattern
    let isIncluded: Bool
  }

  private static let branches = "refs/heads/"
  private let rules: [Rule]

  /// Reads patterns as `git branch --list` takes them: `main` and `release/*` mean branches, and
  /// `refs/tags/*` any reference. One with `!` in front takes out what it fits. The last pattern that fits a
  /// name decides. Without a pattern that takes any in, all branches are chosen.
  package init(patterns: [String]) {
    var rules: [Rule] = []
    for text in patterns where !text.isEmpty && text != "!" {
      let isIncluded = !text.hasPrefix("!")
      let name = isIncluded ? text : String(text.dropFirst())
      let full = name.hasPrefix("refs/") ? name : Self.branches + name
      rules.append(Rule(pattern: GlobPattern(full), isIncluded: isIncluded))
    }
    if !rules.contains(where: \.isIncluded) {
      rules.insert(Rule(pattern: GlobPattern(Self.branches + "*"), isIncluded: true), at: 0)
    }
    self.rules = rules
  }

  /// Says whether a reference is chosen, by its full name.
  package func contains(_ reference: String) -> Bool {
    rules.last { $0.pattern.matches(reference) }?.isIncluded ?? false
  }
}
