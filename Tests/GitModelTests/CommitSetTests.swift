import GitModel
import Testing

@Suite struct CommitSetTests {
  @Test("Members around the borders of words", arguments: [0, 1, 62, 63, 64, 65, 127, 128, 129])
  func words(_ position: Int) {
    var set = CommitSet(capacity: 130)
    let commit = CommitIndex(position)
    #expect(!set.contains(commit))
    let (first, second) = (set.insert(commit), set.insert(commit))
    #expect(first && !second)
    #expect(set.contains(commit))
    #expect(set.count == 1)
    for other in 0..<130 where other != position { #expect(!set.contains(CommitIndex(other))) }
  }

  @Test("A union counts what both hold once")
  func union() {
    var (one, other) = (CommitSet(capacity: 200), CommitSet(capacity: 200))
    for position in stride(from: 0, to: 200, by: 2) { one.insert(CommitIndex(position)) }
    for position in stride(from: 0, to: 200, by: 3) { other.insert(CommitIndex(position)) }
    one.formUnion(other)
    #expect(one.count == 100 + 67 - 34)
    #expect((0..<200).allSatisfy { one.contains(CommitIndex($0)) == ($0 % 2 == 0 || $0 % 3 == 0) })
    #expect(other.count == 67)
  }
}
