package import GitModel

/// The weights that a repository gives to rules, by `execplan.lint.<rule>`.
package struct LintLevels: Hashable, Sendable {
  /// The section of git's configuration.
  package static let section = "execplan.lint"

  /// By the rules' names.
  package let configured: [String: LintLevel]
  /// Names in the configuration that are no rule's, in order.
  package let unknown: [String]

  package init(_ configured: [String: LintLevel] = [:]) {
    self.configured = configured
    unknown = []
  }

  /// Reads the configuration.
  ///
  /// - Throws: `ConfigurationError` where a value is no level.
  package init(_ configuration: Configuration) throws(ConfigurationError) {
    let names = Set(LintRules.all.list.map(\.name))
    var configured: [String: LintLevel] = [:]
    var unknown: [String] = []
    for name in configuration.names(in: Self.section) {
      let key = "\(Self.section).\(name)"
      guard names.contains(name) else {
        unknown.append(name)
        continue
      }
      let value = configuration.string(key) ?? ""
      guard let level = LintLevel(rawValue: value.lowercased()) else {
        throw ConfigurationError(key: key, value: value, expected: "error, warn or off")
      }
      configured[name] = level
    }
    self.configured = configured
    self.unknown = unknown
  }

  /// Returns the weight of a rule.
  package func level(of rule: any LintRule) -> LintLevel { configured[rule.name] ?? rule.level }
}
