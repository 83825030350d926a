import GitModel
import TestSupport
import Testing

@testable import GitStore

/// Merges of random changes, tried by us and made by git.
@Suite struct RandomMergeTests {
  private typealias Pair = (base: Int, ours: Int, theirs: Int)

  /// Where whole trees are merged, libgit2 sees conflicts that git does not: of a file that both sides renamed, of a
  /// binary file whose mode one side changes and whose content the other.
  @Test(
    "A trial gives git's tree and nothing else; it misses a few of the rarest",
    arguments: RandomPatchTests.seeds)
  func merges(_ seed: UInt64) throws {
    let scratch = try ScratchRepository()
    var dice = Dice(seed: seed)
    var commits = RandomCommits()
    var pairs: [Pair] = []
    for _ in 0..<100 {
      var base = RandomFiles()
      base.change(&dice)
      commits.startAnew()
      let root = commits.add(base)
      var (ours, theirs) = (base, base)
      // Now and then both sides make the same edit.
      var twin = dice
      for _ in 0..<dice.number(1...3) { ours.change(&dice) }
      if dice.once(in: 4) { theirs.change(&twin) }
      for _ in 0..<dice.number(1...5) { theirs.change(&dice) }
      pairs.append((root, commits.add(ours, parent: root), commits.add(theirs, parent: root)))
    }
    let names = try commits.write(to: scratch)
    let repository = try scratch.open()
    let reader = try TreeReader(repository)
    let merger = TreeMerger(repository, reader: reader)
    var outcomes: [Bool: Int] = [:]
    var missed = 0
    var merges: [(pair: Pair, expected: ObjectID, isClean: Bool)] = []
    for pair in pairs {
      let (ours, theirs) = (try #require(names[pair.ours]), try #require(names[pair.theirs]))
      let outcome = try scratch.tryGit([
        "merge-tree", "--write-tree", "--no-messages", ours.description, theirs.description,
      ])
      let expected = try #require(ObjectID(outcome.output.prefix(40)))
      merges.append((pair, expected, outcome.exitCode == 0))
    }
    let objects = try scratch.git("count-objects -v")
    func tree(_ mark: Int) throws -> ObjectID {
      try #require(
        try names[mark].flatMap { try repository.readCommit($0) { commit, _ in commit.tree } })
    }
    for (pair, expected, isClean) in merges {
      let (base, ours, theirs) = (try tree(pair.base), try tree(pair.ours), try tree(pair.theirs))
      let context = "seed \(seed): merge of the trees \(theirs) and \(ours), base \(base)"
      let isGiven = try merger.merging(theirs, into: ours, base: base, gives: expected)
      if isClean, !isGiven { missed += 1 } else { #expect(isGiven == isClean, "\(context)") }
      for other in [base, ours, theirs] where other != expected {
        #expect(
          try !merger.merging(theirs, into: ours, base: base, gives: other),
          "\(context), expecting \(other)")
      }
      if isClean {
        let made = try reader.changes(from: ours, to: expected) ?? []
        let wanted = try reader.changes(from: base, to: theirs) ?? []
        let lines = try reader.lines(of: wanted)
        // A line that moves to another file counts as neither, but for a side that has it in one of them only.
        let movesLines = try !wanted.allSatisfy { try reader.lines(of: [$0]).isPart(of: lines) }
        #expect(try movesLines || reader.lines(of: made).isPart(of: lines), "\(context)")
      }
      outcomes[isClean, default: 0] += 1
    }
    #expect(try scratch.git("count-objects -v") == objects, "a trial wrote objects")
    #expect(missed <= 2)
    #expect(outcomes[true] ?? 0 > 30 && outcomes[false] ?? 0 > 4, "\(outcomes)")
  }
}
