import Testing

@testable import Commands

struct NaturalOrderTests {
  @Test(arguments: [
    ["release/1.2", "release/1.9", "release/1.10", "release/2.0"],
    ["a", "a01", "a1", "a1b", "a2", "b"],
    ["1", "1.0", "1.0.1", "v1"],
    ["release/99999999999999999999", "release/100000000000000000000"],
  ])
  func numbersCountAsNumbers(sorted: [String]) {
    #expect(sorted.reversed().sorted { NaturalOrder($0) < NaturalOrder($1) } == sorted)
  }
}
