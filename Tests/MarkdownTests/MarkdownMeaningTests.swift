import Markdown
import Testing

struct MarkdownMeaningTests {
  private func isSame(_ left: String, _ right: String, ignoresFences: Bool = false) -> Bool {
    MarkdownMeaning.isSame(
      Array(left.utf8)[...], Array(right.utf8)[...], ignoresFences: ignoresFences)
  }

  @Test(arguments: [
    ("# A\nb", "# A\n\nb"), ("- [X] a", "- [x] a"), ("* a\n* b", "- a\n- b"), ("a\r\nb", "a\nb"),
    ("A\n===", "# A"), ("", "\n\n"), ("~~~\na\n~~~", "```\na\n```"),
  ])
  func spellingsOfTheSameAreTheSame(_ left: String, _ right: String) {
    #expect(isSame(left, right))
  }

  @Test(arguments: [
    ("# A", "## A"), ("- [x] a", "- [ ] a"), ("- a\n- b", "- a\n\n- b"), ("1. a", "2. a"),
    ("[a](b)", "[a](c)"), ("[a](b 'c')", "[a](b)"), ("a", "b"), ("`a`", "a"), ("a", "a\n\nb"),
    ("```a\nb\n```", "```\nb\n```"), ("```\na\n```", "    a"), ("1. a", "1) a"), ("> a", "a"),
    ("é", "e\u{301}"),
  ])
  func differencesAreSeen(_ left: String, _ right: String) {
    #expect(!isSame(left, right))
    #expect(!isSame(right, left))
  }

  @Test func codeIsTheSameWithAndWithoutFences() {
    #expect(isSame("```sh\na\n```", "    a", ignoresFences: true))
    #expect(!isSame("```sh\na\n```", "    b", ignoresFences: true))
    #expect(!isSame("```sh\na\n\n```", "    a\n\n", ignoresFences: true))
  }
}
