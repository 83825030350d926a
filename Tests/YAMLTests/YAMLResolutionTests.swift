import Testing
import YAML

/// The expectations were taken from PyYAML 6.
struct YAMLResolutionTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func emptyWordsAreNull(text: String) {
    #expect(YAMLResolution.plain(text) == .null)
  }

  @Test(arguments: [("yes", true), ("On", true), ("TRUE", true), ("off", false), ("No", false)])
  func someWordsAreBooleans(text: String, value: Bool) {
    #expect(YAMLResolution.plain(text) == .boolean(value))
  }

  @Test(arguments: [
    "0", "12", "-7", "+3", "010", "0x1F", "0b101", "1_000", "1:30", "190:20:30", "0_7",
  ])
  func integersAreFound(text: String) { #expect(YAMLResolution.plain(text) == .integer(text)) }

  @Test(arguments: ["1.5", ".5", "1.", "-1.5", "1.0e+3", "1:30.5", ".inf", "-.Inf", ".nan"])
  func floatsAreFound(text: String) { #expect(YAMLResolution.plain(text) == .float(text)) }

  @Test(arguments: [
    "2026-01-17", "2026-13-45", "2026-01-17T09:30:00Z", "2026-1-7 9:30:00.25 +02:00",
    "2026-01-17t09:30:00-5",
  ])
  func datesAndTimesAreFound(text: String) {
    #expect(YAMLResolution.plain(text) == .timestamp(text))
  }

  @Test(arguments: [
    "planned", "tRUE", "y", "1e3", "1.0e5", "-.5", "2026-1-17", "2026-01-17T09:30", "EP-1", "-",
    "0o17", "1:75", "1.2.3", "2026-01-17Z", "-.nan", "+", "08", "é",
  ])
  func everythingElseIsText(text: String) { #expect(YAMLResolution.plain(text) == .text(text)) }

  @Test func quotesMakeText() throws {
    let root = try #require(try YAMLParser.parse(Array("a: 'yes'\nb: !!str 12\n".utf8)[...]))
    #expect(root.pair("a")?.value.resolution == .text("yes"))
    #expect(root.pair("b")?.value.resolution == .text("12"))
    #expect(root.resolution == .collection)
  }
}
