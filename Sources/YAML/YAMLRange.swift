/// The bytes of a node: from its first byte up to, but without, the byte at `end`.
///
/// Exact for plain and quoted scalars and for collections in brackets. A collection in block style and
/// a literal or folded scalar end where the next thing begins, after line breaks and comments.
package struct YAMLRange: Hashable, Sendable {
  package var start: YAMLMark
  package var end: YAMLMark

  package init(start: YAMLMark, end: YAMLMark) {
    self.start = start
    self.end = end
  }

  /// The indices of the bytes.
  package var bytes: Range<Int> { start.offset..<max(start.offset, end.offset) }
}
