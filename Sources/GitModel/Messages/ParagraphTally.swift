/// Counts the lines of a paragraph, read from its last line to its first, and judges whether git takes
/// it for a trailer block.
struct ParagraphTally {
  private var trailers = 0
  private var others = 0
  /// Indented lines seen since the last other line: they belong to whatever comes above them.
  private var pendingContinuations = 0
  private var isRecognised = false

  /// Counts a line that starts a trailer. `isRecognised`: it is git's own or a configured one.
  mutating func addTrailer(isRecognised: Bool) {
    trailers += 1
    pendingContinuations = 0
    if isRecognised { self.isRecognised = true }
  }

  /// Counts an indented line.
  mutating func addContinuation() {
    pendingContinuations += 1
  }

  /// Counts a line that is no trailer, together with what continues it.
  mutating func addOther() {
    others += 1 + pendingContinuations
    pendingContinuations = 0
  }

  /// Passes a comment line. It counts for nothing, but nothing continues it.
  mutating func addComment() {
    finish()
  }

  /// Counts indented lines that continue nothing.
  mutating func finish() {
    others += pendingContinuations
    pendingContinuations = 0
  }

  /// Whether the paragraph is a block: nothing but trailers, or a quarter of them and one recognised.
  var isTrailerBlock: Bool {
    isRecognised && trailers * 3 >= others || trailers > 0 && others == 0
  }
}
