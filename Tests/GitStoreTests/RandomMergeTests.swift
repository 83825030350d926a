import GitModel
import TestSupport
import Testing

@testable import GitStore

/// Merges of random changes, tried by us and made by git.
@Suite struct RandomMergeTests {
  private typealias Pair = (base: Int, ours: Int, theirs: Int)

  @Test(
    "A trial gives git's tree, or a conflict where git has one", arguments: RandomPatchTests.seeds)
  func merges(_ seed: UInt64) throws {
    let scratch = try ScratchRepository()
    var dice = Dice(seed: seed &+ 1_000_000)
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
      #expect(
        try merger.merging(theirs, into: ours, base: base, gives: expected) == isClean,
        "\(context)")
      for other in [base, ours, theirs] where other != expected {
        #expect(
          try !merger.merging(theirs, into: ours, base: base, gives: other),
          "\(context), expecting \(other)")
      }
      if isClean {
        let made = try reader.changes(from: ours, to: expected) ?? []
        let wanted = try reader.changes(from: base, to: theirs) ?? []
        #expect(try reader.lines(of: made).isPart(of: reader.lines(of: wanted)), "\(context)")
      }
      outcomes[isClean, default: 0] += 1
    }
    #expect(try scratch.git("count-objects -v") == objects, "a trial wrote objects")
    #expect(outcomes[true] ?? 0 > 30 && outcomes[false] ?? 0 > 10, "\(outcomes)")
  }
}
