import GitModel
import Testing

struct ObjectIDTests {
  @Test func hexadecimalNamesRoundTrip() throws {
    let text = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(ObjectID(text))
    #expect(id.description == text)
    #expect(ObjectID(bytes: id.bytes) == id)
    #expect(ObjectID(text.uppercased()) == id)
  }

  @Test(arguments: ["", "0123", "g123456789abcdef0123456789abcdef01234567"])
  func anythingElseIsNoName(text: String) {
    #expect(ObjectID(text) == nil)
  }

  @Test func namesOrderByTheirBytes() throws {
    let small = try #require(ObjectID(String(repeating: "0", count: 39) + "1"))
    let large = try #require(ObjectID("1" + String(repeating: "0", count: 39)))
    #expect(small < large)
  }
}
