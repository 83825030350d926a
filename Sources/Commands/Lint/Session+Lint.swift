import GitStore
import Plans

extension Session {
  /// Returns the weights of rules that are configured, and warns about names that are no rule's.
  func lintLevels() throws -> LintLevels {
    let levels = try LintLevels(repository.configuration)
    for name in levels.unknown {
      let hint = NearestWord.of(name, among: LintRules.all.list.map(\.name))
        .map { "; did you mean '\($0)'?" }
      warn("git config \(LintLevels.section).\(name) names no rule" + (hint ?? ""))
    }
    return levels
  }
}
