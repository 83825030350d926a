import CLibcmark

/// Owns the tree that cmark-gfm makes of a text, and frees it with the last `CMarkNode` that refers
/// to it.
final class CMarkDocument {
  private let pointer: OpaquePointer

  /// The extensions are registered in a list without a lock, thus once, by Swift's own lazy
  /// initialisation of globals.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text; `nil` where cmark-gfm has no memory left. Bytes that are no UTF-8 count as U+FFFD.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard Self.isReady, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    // The parser is freed on every path; the tree that it hands over is freed by `deinit`.
    defer { cmark_parser_free(parser) }
    // Tables are left out: nobody asks for them, and a line of a million cells takes cmark-gfm half a minute.
    if let tasks = cmark_find_syntax_extension("tasklist") {
      cmark_parser_attach_syntax_extension(parser, tasks)
    }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let pointer = cmark_parser_finish(parser) else { return nil }
    self.pointer = pointer
  }

  deinit { cmark_node_free(pointer) }

  var root: CMarkNode { CMarkNode(pointer: pointer, document: self) }
}
