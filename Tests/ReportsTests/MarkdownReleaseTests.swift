import Testing

@testable import Reports

@Suite struct MarkdownReleaseTests {
  @Test(
    "Titles stand in Markdown as they are",
    arguments: [
      ("plain", "plain"), ("a*b_c", "a\\*b\\_c"), ("[x](y)", "\\[x\\](y)"),
      ("<script>", "\\<script\\>"), ("`code`", "\\`code\\`"), ("a\\b", "a\\\\b"),
      ("# h", "\\# h"), ("a|b", "a\\|b"), ("~~x~~", "\\~\\~x\\~\\~"),
      ("two\nlines", "two\\\\x0alines"),
      ("é計", "é計"),
      ("![i](u)", "!\\[i\\](u)"),
    ])
  func escaping(_ text: String, _ expected: String) {
    #expect(MarkdownRelease.escaped(text) == expected)
  }

  @Test("An entity is shown as it was written")
  func entities() {
    #expect(MarkdownRelease.escaped("&lt;b") == "\\&lt;b")
  }
}
