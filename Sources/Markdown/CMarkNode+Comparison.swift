import CLibcmark

extension CMarkNode {
  /// Whether another node is of the same kind and carries the same text and attributes; children are not
  /// looked at.
  func isSame(as other: CMarkNode, ignoresFence: Bool) -> Bool {
    let type = cmark_node_get_type(pointer)
    guard type == cmark_node_get_type(other.pointer), isTickedTask == other.isTickedTask,
      hasSameText(as: other, by: cmark_node_get_literal)
    else { return false }
    switch type {
    case CMARK_NODE_HEADING: return headingLevel == other.headingLevel
    case CMARK_NODE_LIST: return hasSameListStyle(as: other)
    case CMARK_NODE_CODE_BLOCK:
      return ignoresFence
        || isFencedCodeBlock == other.isFencedCodeBlock
          && hasSameText(as: other, by: cmark_node_get_fence_info)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      return hasSameText(as: other, by: cmark_node_get_url)
        && hasSameText(as: other, by: cmark_node_get_title)
    default: return true
    }
  }

  private func hasSameListStyle(as other: CMarkNode) -> Bool {
    cmark_node_get_list_type(pointer) == cmark_node_get_list_type(other.pointer)
      && cmark_node_get_list_delim(pointer) == cmark_node_get_list_delim(other.pointer)
      && cmark_node_get_list_start(pointer) == cmark_node_get_list_start(other.pointer)
      && cmark_node_get_list_tight(pointer) == cmark_node_get_list_tight(other.pointer)
  }

  private func hasSameText(
    as other: CMarkNode, by text: (OpaquePointer?) -> UnsafePointer<CChar>?
  ) -> Bool {
    switch (text(pointer), text(other.pointer)) {
    case (nil, nil): true
    case (let left?, let right?): Self.hasSameBytes(left, right)
    default: false
    }
  }

  /// Compares strings that end with a zero.
  private static func hasSameBytes(
    _ left: UnsafePointer<CChar>, _ right: UnsafePointer<CChar>
  ) -> Bool {
    var index = 0
    while left[index] == right[index] {
      if left[index] == 0 { return true }
      index += 1
    }
    return false
  }
}
