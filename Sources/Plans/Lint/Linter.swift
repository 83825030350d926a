/// Asks rules about documents, and weighs what they find.
package struct Linter: Sendable {
  private let rules: LintRules
  private let levels: LintLevels

  /// - Parameters:
  ///   - rules: The rules to ask.
  ///   - levels: What a repository configures.
  package init(_ rules: LintRules = .all, levels: LintLevels = LintLevels()) {
    self.rules = rules.filtered { levels.level(of: $0) != .off }
    self.levels = levels
  }

  /// Returns what is wrong with a document by itself, in the order of the file.
  package func findings(in document: ParsedDocument) -> [Finding] {
    var findings: [Finding] = []
    for rule in rules.documents where rule.formats.contains(document.format) {
      findings += weighed(rule.findings(in: document), of: rule)
    }
    let bodyRules = rules.bodies.filter { $0.formats.contains(document.format) }
    if !bodyRules.isEmpty {
      let body = DocumentBody(document)
      for rule in bodyRules where body.isOfInterest {
        findings += weighed(rule.findings(in: body), of: rule)
      }
    }
    return findings.sorted()
  }

  /// Returns what is wrong between documents, by path and place.
  package func findings(among tree: PlanTree) -> [Finding] {
    rules.trees.flatMap { weighed($0.findings(in: tree), of: $0) }.sorted()
  }

  /// Returns all that is wrong with documents, by themselves and with each other, by path and place.
  package func findings(in tree: PlanTree) -> [Finding] {
    (tree.sources.flatMap { findings(in: $0) } + findings(among: tree)).sorted()
  }

  /// Whether some rule wants to know what earlier commits held.
  package var asksForHistory: Bool { !rules.histories.isEmpty }

  /// Whether some rule wants to know what state plans are in by git.
  package var asksForStatus: Bool { rules.histories.contains { $0 is StatusDrift } }

  /// Returns what is wrong with documents in the light of history, by path and place.
  package func findings(in history: PlanTreeHistory) -> [Finding] {
    rules.histories.flatMap { weighed($0.findings(in: history), of: $0) }.sorted()
  }

  /// Returns findings with the severity that is configured for their rule, if one is.
  private func weighed(_ findings: [Finding], of rule: any LintRule) -> [Finding] {
    guard let severity = levels.configured[rule.name]?.severity else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}
