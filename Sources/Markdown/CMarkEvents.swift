import CLibcmark

/// Walks through a node and all below it in the order of the text. cmark-gfm's own iterator keeps no
/// recursion, so that deep nesting costs no stack.
struct CMarkEvents: ~Copyable {
  private let iterator: OpaquePointer?
  private let document: CMarkDocument

  /// A node that is entered or, where it can have children, left again.
  struct Event {
    let node: CMarkNode
    let isEntry: Bool
  }

  init(of node: CMarkNode) {
    // `nil` only where there is no memory; then there are no events.
    iterator = cmark_iter_new(node.pointer)
    document = node.document
  }

  deinit { cmark_iter_free(iterator) }

  /// Returns the next event, `nil` at the end.
  mutating func next() -> Event? {
    guard let iterator else { return nil }
    let type = cmark_iter_next(iterator)
    guard type != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
    return Event(
      node: CMarkNode(pointer: node, document: document), isEntry: type == CMARK_EVENT_ENTER)
  }
}
