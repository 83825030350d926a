/// A rule about the text below the front matter of one document.
package protocol BodyRule: LintRule {
  /// The documents that the rule is for.
  var formats: Set<DocumentFormat> { get }

  /// Returns what is wrong, in any order.
  func findings(in body: DocumentBody) -> [Finding]
}

extension BodyRule {
  package var formats: Set<DocumentFormat> { [.plan, .free] }
}
