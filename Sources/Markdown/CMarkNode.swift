import CLibcmark

/// A node of a document, which it keeps alive.
struct CMarkNode {
  let pointer: OpaquePointer
  let document: CMarkDocument

  /// The 1-based line of the first byte.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  /// The 1-based column of the first byte, counted in bytes.
  var column: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The 1-based line of the last byte. That of an underlined heading is one too many.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var children: [CMarkNode] {
    var nodes: [CMarkNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      nodes.append(CMarkNode(pointer: child, document: document))
      next = cmark_node_next(child)
    }
    return nodes
  }

  /// Visits this block and the blocks inside of it, in the order of the text.
  func visitBlocks(_ body: (CMarkNode) -> Void) {
    visit { if cmark_node_get_type($0.pointer).isBlock { body($0) } }
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

  var isFencedCodeBlock: Bool { isCodeBlock && fence.length > 0 }

  /// The fence of a code block: its length, its indentation within what holds it, and its character. The
  /// length is 0 for a block without a fence.
  var fence: (length: Int, indentation: Int, character: UInt8) {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else {
      return (0, 0, 0)
    }
    return (Int(length), Int(offset), UInt8(bitPattern: character))
  }

  /// The first word of a fence's info string, lower case.
  var fenceLanguage: String {
    guard let info = cmark_node_get_fence_info(pointer) else { return "" }
    return String(cString: info).split(separator: " ").first?.lowercased() ?? ""
  }

  /// Whether this is an item of a list, with or without a checkbox.
  var isItem: Bool {
    let type = cmark_node_get_type(pointer)
    return type == CMARK_NODE_ITEM || type.isBlock && typeName == "tasklist"
  }

  /// Whether the checkbox of a task is ticked, `nil` for anything but a task.
  var isTickedTask: Bool? {
    guard typeName == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  private var typeName: String {
    cmark_node_get_type_string(pointer).map { String(cString: $0) } ?? ""
  }

  /// Visits this node and all below it in the order of the text.
  private func visit(_ body: (CMarkNode) -> Void) {
    var events = CMarkEvents(of: self)
    while let event = events.next() {
      if event.isEntry { body(event.node) }
    }
  }
}

extension cmark_node_type {
  /// Whether the type is one of the block types, core or extension: the bits of
  /// `CMARK_NODE_TYPE_MASK` are those of `CMARK_NODE_TYPE_BLOCK`.
  fileprivate var isBlock: Bool { rawValue & 0xC000 == 0x8000 }
}
