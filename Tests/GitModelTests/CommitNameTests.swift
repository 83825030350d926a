import GitModel
import Testing

@Suite struct CommitNameTests {
  static let whole = "0123456789abcdef0123456789abcdef01234567"

  @Test(
    "Names of commits, whole and abbreviated",
    arguments: [
      (whole, whole), (whole.uppercased(), whole), ("0123456", "0123456"),
      ("ABCdef0", "abcdef0"), ("012345", nil), (whole + "0", nil), ("012345g", nil), ("", nil),
      ("0123 56", nil),
    ] as [(String, String?)])
  func names(_ text: String, _ expected: String?) {
    let name = CommitName(hex: text.utf8)
    #expect(name?.description == expected)
    #expect((name?.id != nil) == (expected?.count == 40))
    #expect(name?.id?.description == (expected?.count == 40 ? expected : nil))
  }
}
