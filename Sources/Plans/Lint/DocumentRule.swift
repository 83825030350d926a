/// A rule about one document, most often about its front matter.
package protocol DocumentRule: LintRule {
  /// The documents that the rule is for.
  var formats: Set<DocumentFormat> { get }

  /// Returns what is wrong, in any order.
  func findings(in document: ParsedDocument) -> [Finding]
}

extension DocumentRule {
  package var formats: Set<DocumentFormat> { [.plan] }
}
