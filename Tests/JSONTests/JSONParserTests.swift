import JSON
import Testing

struct JSONParserTests {
  @Test(
    arguments: [
      ("null", .null), (" true\n", .boolean(true)), ("false", false), ("0", 0), ("-12", -12),
      ("[]", []), ("[1, [ ] ,\"a\"]", [1, [], "a"]), ("{}", [:]),
      ("{\"b\" : {\"a\": 1}, \"a\": null}", ["b": ["a": 1], "a": .null]),
      (#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude80é🚀""#, "a\"\\/\u{8}\u{C}\n\r\té🚀é🚀"),
    ] as [(String, JSONValue)])
  func aValueIsRead(text: String, expected: JSONValue) throws {
    #expect(JSONParser.parse(Array(text.utf8)) == expected)
    let written = JSONRenderer(layout: .pretty, escapesNonASCII: true).render(expected)
    #expect(JSONParser.parse(Array(written.utf8)) == expected)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "01", "-", "1.5", "1e3", "+1", "99999999999999999999", "[1,]", "[1 2]",
    "[", "]", "{\"a\"}", "{\"a\":}", "{a: 1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "\"", "\"a\nb\"",
    #""\x""#, #""\u12""#, #""\u+123""#, #""\ud83d""#, #""\ud83d\u0041""#, #""\udc00""#, "1 2",
    "\u{FEFF}1", "<<<<<<< ours\n{}",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(JSONParser.parse(Array(text.utf8)) == nil)
  }

  @Test func bytesThatAreNoTextAndDeepNestingAreRefused() {
    #expect(JSONParser.parse([0x22, 0xFF, 0x22]) == nil)
    #expect(JSONParser.parse(Array(repeating: UInt8(ascii: "["), count: 100_000)) == nil)
  }
}
