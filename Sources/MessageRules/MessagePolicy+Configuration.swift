package import GitModel
import Plans

extension MessagePolicy {
  /// The sections of git's configuration: `execplan.check.<rule>` and `execplan.exempt.<kind>`.
  package static let levelSection = "execplan.check"
  package static let exemptionSection = "execplan.exempt"

  /// Reads what the configuration changes about a policy. Hooks, `check` and servers all read it here.
  ///
  /// - Throws: `ConfigurationError` where a value is none that its key takes.
  package init(
    _ configuration: Configuration, changing base: MessagePolicy
  ) throws(ConfigurationError) {
    self = base
    for rule in MessageRule.allCases {
      let key = "\(Self.levelSection).\(rule.rawValue)"
      guard let value = configuration.string(key) else { continue }
      guard let level = LintLevel(rawValue: value.lowercased()) else {
        throw ConfigurationError(key: key, value: value, expected: "error, warn or off")
      }
      levels[rule] = level
    }
    for exemption in Exemption.allCases {
      let key = "\(Self.exemptionSection).\(exemption.rawValue)"
      switch try configuration.boolean(key) {
      case true?: exemptions.insert(exemption)
      case false?: exemptions.remove(exemption)
      case nil: break
      }
    }
    bots = Self.patterns("execplan.bots", configuration, after: bots)
    subjects = Self.patterns("execplan.exemptSubject", configuration, after: subjects)
  }

  /// Returns the names below the two sections that mean nothing, with their sections, in order.
  package static func unknownKeys(in configuration: Configuration) -> [String] {
    let rules = Set(MessageRule.allCases.map(\.rawValue))
    let exemptions = Set(Exemption.allCases.map(\.rawValue))
    return configuration.names(in: levelSection).filter { !rules.contains($0) }
      .map { "\(levelSection).\($0)" }
      + configuration.names(in: exemptionSection).filter { !exemptions.contains($0) }
      .map { "\(exemptionSection).\($0)" }
  }

  /// Returns the patterns of a key that may be repeated; an empty value drops those before it, as it does
  /// for lists of git.
  private static func patterns(
    _ key: String, _ configuration: Configuration, after standard: [WildcardPattern]
  ) -> [WildcardPattern] {
    configuration.strings(key).reduce(into: standard) { patterns, value in
      if value.isEmpty { patterns = [] } else { patterns.append(WildcardPattern(value)) }
    }
  }
}
