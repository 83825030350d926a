import GitModel

/// Which tags are releases.
package struct ReleaseSelection: Hashable, Sendable {
  /// Patterns of names, as `git tag --list` takes them; without any, names that are versions count.
  package var patterns: [String]
  /// Whether pre-releases are passed over.
  package var stableOnly: Bool

  package init(patterns: [String] = [], stableOnly: Bool = false) {
    self.patterns = patterns
    self.stableOnly = stableOnly
  }

  /// Returns the names that are releases, in the given order.
  ///
  /// A lone number (`v4`) counts only where no longer version with the same beginning exists: beside
  /// `v4.1.0` it is a name that moves on with each release.
  package func releases(among names: [String]) -> [String] {
    if !patterns.isEmpty {
      return names.filter { name in
        patterns.contains { GlobPattern($0).matches(name) } && !isSkipped(VersionName(name))
      }
    }
    let versions = names.map { VersionName($0) }
    var longer: Set<String> = []
    for version in versions {
      guard let version, version.numbers.count > 1 else { continue }
      longer.insert("\(version.prefix)\(version.numbers[0])")
    }
    return zip(names, versions).compactMap { name, version in
      guard let version, !isSkipped(version) else { return nil }
      if version.numbers.count == 1 {
        guard version.prefix.lowercased().hasSuffix("v"), !longer.contains(name) else { return nil }
      }
      return name
    }
  }

  private func isSkipped(_ version: VersionName?) -> Bool {
    stableOnly && version?.isPrerelease == true
  }
}
