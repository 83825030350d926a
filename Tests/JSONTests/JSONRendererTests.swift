import JSON
import Testing

struct JSONRendererTests {
  private let python = JSONRenderer(layout: .pretty, sortsKeys: true, escapesNonASCII: true)

  @Test func prettyTextIsLaidOutAsPythonDoes() {
    let value: JSONValue = ["b": [1, "x"], "a": [:], "c": [], "d": .null, "e": [["f": true]]]
    #expect(
      python.render(value) == """
        {
          "a": {},
          "b": [
            1,
            "x"
          ],
          "c": [],
          "d": null,
          "e": [
            {
              "f": true
            }
          ]
        }
        """)
  }

  @Test func compactTextHoldsNoBlanks() {
    let value: JSONValue = ["b": [1, -2], "a": ["c": false]]
    #expect(JSONRenderer(layout: .compact).render(value) == #"{"b":[1,-2],"a":{"c":false}}"#)
  }

  @Test func membersKeepTheirOrderUnlessSorted() {
    let value: JSONValue = ["ü": 1, "z": 2, "\u{1F600}": 3, "\u{FFFD}": 4]
    #expect(JSONRenderer(layout: .compact).render(value).hasPrefix(#"{"ü""#))
    let sorted = JSONRenderer(layout: .compact, sortsKeys: true, escapesNonASCII: true)
    #expect(sorted.render(value) == #"{"z":2,"\u00fc":1,"\ufffd":4,"\ud83d\ude00":3}"#)
  }

  @Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1F}", #""\u0000\u001f""#), ("\u{7F}", #""\u007f""#),
    ("Grüße \u{1F680}", #""Gr\u00fc\u00dfe \ud83d\ude80""#), ("\u{2028}", #""\u2028""#),
  ])
  func stringsAreEscapedAsPythonDoes(text: String, expected: String) {
    #expect(python.render(.string(text)) == expected)
  }

  @Test func nonASCIIStaysWhereItIsNotEscaped() {
    #expect(JSONRenderer().render("é記憶") == "\"é記憶\"")
  }

  @Test func whatSteersATerminalIsAlwaysEscaped() {
    #expect(
      JSONRenderer().render("\u{7F}\u{1}\u{9B}\u{202E}") == #""\u007f\u0001\u009b\u202e""#)
  }

  @Test func absentValuesAreNull() {
    #expect(JSONValue(nil as String?) == .null)
    #expect(JSONValue(nil as Int?) == .null)
    #expect(JSONValue(nil as Bool?) == .null)
    #expect(JSONValue("a" as String?) == "a")
    #expect(JSONValue(["a", "b"]) == ["a", "b"])
  }
}
