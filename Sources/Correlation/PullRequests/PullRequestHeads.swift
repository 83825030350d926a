package import GitModel

/// The tips of pull requests, as forges keep them under references of their own.
package struct PullRequestHeads: Hashable, Sendable {
  /// What the references say of a number.
  package enum Verdict: Hashable, Sendable {
    case pullRequest
    /// There is no such pull request; it is an issue's number, or another project's.
    case other
    case unknown
  }

  private let heads: [Int: ObjectID]
  private let numbers: [ObjectID: [Int]]
  /// The highest number up to which every pull request is there; 0 where some may be missing.
  private let completeUpTo: Int

  /// - Parameters:
  ///   - heads: The tips by number.
  ///   - isComplete: Whether every pull request up to the highest number is among them.
  package init(_ heads: [Int: ObjectID] = [:], isComplete: Bool = true) {
    self.heads = heads
    var numbers: [ObjectID: [Int]] = [:]
    for (number, head) in heads { numbers[head, default: []].append(number) }
    self.numbers = numbers.mapValues { $0.sorted() }
    completeUpTo = isComplete ? heads.keys.max() ?? 0 : 0
  }

  package var isEmpty: Bool { heads.isEmpty }

  /// The tips, in no particular order.
  package var commits: some Collection<ObjectID> { numbers.keys }

  package subscript(number: Int) -> ObjectID? { heads[number] }

  /// Returns the pull requests whose tip a commit is, by number.
  package func numbers(at commit: ObjectID) -> [Int] { numbers[commit] ?? [] }

  package func verdict(on number: Int) -> Verdict {
    heads[number] != nil ? .pullRequest : number <= completeUpTo ? .other : .unknown
  }
}
