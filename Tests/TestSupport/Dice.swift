/// Draws by lot what a test leaves open: the same for the same seed, in every run.
package struct Dice: RandomNumberGenerator {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  /// Mixed, seeds that follow each other begin far apart: otherwise one would roll the numbers of the other,
  /// shifted by one.
  package init(seed: UInt64) { state = Self.mixed(seed &* Self.step) }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  private static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// Says yes once in `times`.
  package mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

  /// Returns one of the elements, of which there is at least one.
  package mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(0...(elements.count - 1))]
  }
}
