import CLibcmark

/// Compares what Markdown texts say, whatever their bytes are.
package enum MarkdownMeaning {
  /// Says whether two texts make the same document: the same blocks with the same text, code and marks.
  ///
  /// - Parameter ignoresFences: Whether a code block is the same with a fence and without, whatever
  ///   language the fence names.
  package static func isSame(
    _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, ignoresFences: Bool = false
  ) -> Bool {
    guard let left = CMarkDocument(left), let right = CMarkDocument(right) else { return false }
    var leftEvents = CMarkEvents(of: left.root)
    var rightEvents = CMarkEvents(of: right.root)
    while true {
      switch (leftEvents.next(), rightEvents.next()) {
      case (nil, nil): return true
      case (let first?, let second?)
      where first.isEntry == second.isEntry
        && first.node.isSame(as: second.node, ignoresFence: ignoresFences):
        continue
      default: return false
      }
    }
  }
}
