/// One value of `remote.<name>.fetch`: which references of the remote are copied, and to what names.
package struct FetchRule: Hashable, Sendable {
  private let source: Pattern
  private let destination: Pattern

  private struct Pattern: Hashable, Sendable {
    let prefix: String
    /// What follows the star; `nil` for a name without one.
    let suffix: String?

    init(_ text: Substring) {
      let parts = text.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
      prefix = String(parts[0])
      suffix = parts.count > 1 ? String(parts[1]) : nil
    }

    /// Returns what the star stands for in a name; `nil` where the name does not fit.
    func middle(of name: String) -> Substring? {
      guard let suffix else { return name == prefix ? "" : nil }
      guard name.utf8.count >= prefix.utf8.count + suffix.utf8.count, name.hasPrefix(prefix),
        name.hasSuffix(suffix)
      else { return nil }
      return name.dropFirst(prefix.count).dropLast(suffix.count)
    }
  }

  /// Reads a value such as `+refs/pull/*/head:refs/remotes/origin/pr/*`; `nil` where it copies nothing.
  package init?(_ text: String) {
    let halves = text.drop { $0 == "+" }.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].hasPrefix("^"), !halves[0].isEmpty, !halves[1].isEmpty
    else { return nil }
    source = Pattern(halves[0])
    destination = Pattern(halves[1])
    guard (source.suffix == nil) == (destination.suffix == nil) else { return nil }
  }

  /// Whether it copies whatever the remote has of a kind, not one reference.
  package var isWildcard: Bool { source.suffix != nil }

  /// Returns the name on the remote of what was copied to a name; `nil` where this rule did not.
  package func source(of copy: String) -> String? {
    destination.middle(of: copy).map { source.prefix + $0 + (source.suffix ?? "") }
  }
}
