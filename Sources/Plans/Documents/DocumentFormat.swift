/// What a document is expected to be.
package enum DocumentFormat: Hashable, Sendable, CaseIterable {
  /// A plan below one of the layout's roots, which must follow the format.
  case plan
  /// A milestone.
  case milestone
  /// Any other Markdown file: a plan that owes the format nothing.
  case free
}
