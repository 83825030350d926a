import CLibcmark

/// A node of a document, which it keeps alive.
struct CMarkNode {
  let pointer: OpaquePointer
  let document: CMarkDocument

  /// The 1-based line of the first byte.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  var children: [CMarkNode] {
    var nodes: [CMarkNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      nodes.append(CMarkNode(pointer: child, document: document))
      next = cmark_node_next(child)
    }
    return nodes
  }

  /// This block and the blocks inside of it, in the order of the text.
  var descendantBlocks: [CMarkNode] {
    var found: [CMarkNode] = []
    visit { if cmark_node_get_type($0.pointer).isBlock { found.append($0) } }
    return found
  }

  /// The text of all inline nodes below, without markup; line breaks count as blanks.
  var plainText: String {
    var text = ""
    visit { node in
      switch cmark_node_get_type(node.pointer) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
    return text
  }

  /// The text of a code block, a code span or a text node.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  /// 1 to 6, `nil` for anything but a heading.
  var headingLevel: Int? {
    cmark_node_get_type(pointer) == CMARK_NODE_HEADING
      ? Int(cmark_node_get_heading_level(pointer)) : nil
  }

  var isCodeBlock: Bool { cmark_node_get_type(pointer) == CMARK_NODE_CODE_BLOCK }

  var isFencedCodeBlock: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return isCodeBlock && cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// The first word of a fence's info string, lower case.
  var fenceLanguage: String {
    guard let info = cmark_node_get_fence_info(pointer) else { return "" }
    return String(cString: info).split(separator: " ").first?.lowercased() ?? ""
  }

  var isTable: Bool { typeName == "table" }

  /// Whether the checkbox of a task is ticked, `nil` for anything but a task.
  var isTickedTask: Bool? {
    guard typeName == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  private var typeName: String {
    cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? ""
  }

  /// Visits this node and all below it in the order of the text. cmark-gfm's own iterator keeps no
  /// recursion, so that deep nesting costs no stack.
  private func visit(_ body: (CMarkNode) -> Void) {
    guard let iterator = cmark_iter_new(pointer) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) {
        body(CMarkNode(pointer: node, document: document))
      }
    }
  }
}

extension cmark_node_type {
  /// Whether the type is one of the block types, core or extension: the bits of
  /// `CMARK_NODE_TYPE_MASK` are those of `CMARK_NODE_TYPE_BLOCK`.
  fileprivate var isBlock: Bool { rawValue & 0xC000 == 0x8000 }
}
