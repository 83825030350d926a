/// The paragraph at the end of a message that git reads as trailers.
package struct TrailerBlock: Hashable, Sendable {
  /// The bytes of the block, counted from the start of the message: from its first line to the end of
  /// its last, before any comments, blank lines or `Conflicts:` list that follow.
  package var range: Range<Int>
  /// The trailers of the block, in order. Lines of the block that are no trailers are left out.
  package var trailers: [Trailer]

  package init(range: Range<Int>, trailers: [Trailer]) {
    self.range = range
    self.trailers = trailers
  }
}
