import GitModel
import Testing

/// The expectations were printed by git 2.39.5 under the configuration that each test names.
@Suite struct TrailerOptionsTests {
  private func trailers(_ message: String, _ options: TrailerOptions) -> [String] {
    TrailerParser.trailers(of: Array(message.utf8), options: options).map(\.description)
  }

  @Test("A divider ends the message for interpret-trailers alone")
  func divider() {
    let message = "Title\n\nKey: a\n\n---\n\nOther: b\n"
    var options = TrailerOptions.messageFile
    options.endsAtDivider = true
    #expect(trailers(message, options) == ["Key: a"])
    #expect(trailers(message, .messageFile) == ["Other: b"])
  }

  @Test("Scissors behind the divider leave the divider in charge")
  func scissorsBehindDivider() {
    let cut = "# ------------------------ >8 ------------------------\n"
    var options = TrailerOptions.messageFile
    options.endsAtDivider = true
    #expect(trailers("Title\n\nKey: a\n---\nOther: b\n\(cut)", options) == ["Key: a"])
  }

  @Test("A comment prefix of several bytes hides its lines")
  func longCommentPrefix() {
    let options = TrailerOptions.messageFile(commentPrefix: Array("//".utf8))
    #expect(trailers("Title\n\nKey: a\n\n// Other: b\n", options) == ["Key: a"])
    #expect(trailers("Title\n\nKey: a\n// words\n/ Other: b\n", options) == [])
  }

  @Test("Without a comment prefix a hash is text")
  func noCommentPrefix() {
    let options = TrailerOptions.messageFile(commentPrefix: [])
    #expect(trailers("Title\n\nKey: a\n# words\n", options) == [])
    #expect(trailers("Title\n\nKey: a\n# words\n", .messageFile) == ["Key: a"])
  }

  @Test("A configured key lets a block hold other lines")
  func configuredKeys() {
    let message = "Title\n\nwords\nkey: a\n"
    var options = TrailerOptions.history
    options.configuredKeys = ["Key"]
    #expect(trailers(message, options) == ["key: a"])
    options.configuredKeys = ["Ke"]
    #expect(trailers(message, options) == [])
  }

  @Test("Configured separators replace the colon")
  func separators() {
    var options = TrailerOptions.history
    options.separators = Array("=#".utf8)
    #expect(trailers("Title\n\nKey=a\nBug #42\n", options) == ["Key: a", "Bug: 42"])
    #expect(trailers("Title\n\nKey: a\n", options) == [])
  }

  @Test("Blank lines at the start of a file stand for the title")
  func emptyTitle() {
    let message = "\n\nKey: a\n"
    #expect(trailers(message, .messageFile) == ["Key: a"])
    #expect(trailers(message, .history) == [])
  }
}
