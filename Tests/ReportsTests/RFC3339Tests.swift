import Reports
import Testing

@Suite struct RFC3339Tests {
  /// The expectations were printed by `date --utc --date=@N +%FT%TZ`.
  @Test(
    "Times",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (-86_400, "1969-12-31T00:00:00Z"), (-86_401, "1969-12-30T23:59:59Z"),
      (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (951_868_800, "2000-03-01T00:00:00Z"), (1_709_164_800, "2024-02-29T00:00:00Z"),
      (1_768_642_200, "2026-01-17T09:30:00Z"), (2_147_483_647, "2038-01-19T03:14:07Z"),
      (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (4_102_444_800, "2100-01-01T00:00:00Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
      (-62_135_596_800, "0001-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func times(_ seconds: Int64, _ expected: String) {
    #expect(RFC3339.string(seconds) == expected)
    #expect(RFC3339.day(seconds) == String(expected.prefix(10)))
  }

  @Test("A commit may hold any number as its date", arguments: [Int64.max, -99_999_999_999_999])
  func extremes(_ seconds: Int64) {
    #expect(RFC3339.string(seconds).hasSuffix("Z"))
  }

  @Test("Every day of four centuries follows the one before")
  func everyDay() {
    var previous = RFC3339.day(-1)
    for day in 0..<146_097 {
      let text = RFC3339.day(Int64(day) * 86_400)
      #expect(text > previous)
      previous = text
    }
    #expect(previous == "2369-12-31")
  }
}
