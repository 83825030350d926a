import GitModel
import MessageRules
import Plans

/// The settings of git's configuration that the program has of its own.
enum KnownSettings {
  /// The keys below `execplan`, as the documentation writes them.
  static let names = [
    "allowSkip", "bots", "doneWhen", "exemptSubject", "forge", "hook", "insert", "owner", "plans",
    "prePush", "preReceive", "protected", "prUrl", "releaseTag", "required", "roots", "since",
    "target",
  ]

  private static let section = "execplan"

  /// Returns the values of a configuration that are settings of ours or look like it, the weakest first.
  static func entries(in configuration: Configuration) -> [Configuration.Entry] {
    configuration.entries.filter { $0.key.hasPrefix(section + ".") }
  }

  /// Returns a key as the documentation writes it.
  static func spelled(_ key: String) -> String {
    names.first { Configuration.normalized("\(section).\($0)") == key }
      .map { "\(section).\($0)" } ?? key
  }

  /// Returns the keys of a configuration that mean nothing.
  static func unknown(in configuration: Configuration) throws -> Set<String> {
    let known = Set(names.map { Configuration.normalized("\(section).\($0)") })
    let sections = [
      LintLevels.section, MessagePolicy.levelSection, MessagePolicy.exemptionSection,
    ].map { $0 + "." }
    let plain = entries(in: configuration).map(\.key).filter { key in
      !known.contains(key) && !sections.contains(where: key.hasPrefix)
    }
    let rules = try LintLevels(configuration).unknown.map { "\(LintLevels.section).\($0)" }
    return Set(plain + rules + MessagePolicy.unknownKeys(in: configuration))
  }
}
