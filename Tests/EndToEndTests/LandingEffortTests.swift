import TestSupport
import Testing

/// Repositories where not everything can be compared with everything.
struct LandingEffortTests {
  private typealias Scratch = ScratchRepository

  /// A file of which the given lines are changed.
  private func log(_ changed: [Int: String]) -> String {
    (1...60).map { (changed[$0] ?? "line \($0)") + "\n" }.joined()
  }

  /// Commits of one file for `git fast-import`, each a minute younger than the one before.
  private struct Stream {
    private(set) var text = ""
    private var count = 0

    mutating func commit(_ branch: String, _ title: String, _ log: String, from: String? = nil) {
      count += 1
      let time = 1_767_300_000 + count * 60
      text += "commit refs/heads/\(branch)\nmark :\(count)\n"
      text += "author \(branch) <\(branch)@example.com> \(time) +0000\n"
      text += "committer C <c@example.com> \(time) +0000\ndata \(title.utf8.count)\n\(title)\n"
      text += from.map { "from \($0)\n" } ?? ""
      text += "M 100644 inline LOG\ndata \(log.utf8.count)\n\(log)\n"
    }
  }

  private static let trailer = "\n\nExecPlan: \(Scratch.planID(1))"

  /// Makes a repository with a plan whose branch is `topic`.
  private func repository(_ write: (inout Stream) -> Void) throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    var stream = Stream()
    stream.commit("main", "first", log([:]), from: try repository.git("rev-parse HEAD"))
    write(&stream)
    try repository.git(["fast-import", "--quiet", "--force"], input: stream.text)
    try repository.git("reset --quiet --hard")
    return repository
  }

  /// Makes a history in which every commit of the target changes one file, and so does the branch `topic`,
  /// which came to the target in commits of other authors with other titles.
  private func crowded(squashing: Bool) throws -> ScratchRepository {
    try repository { stream in
      var own: [Int: String] = [:]
      for line in [30, 31, 50] {
        own[line] = "own \(line)"
        stream.commit(
          "topic", "change \(line)" + Self.trailer, log(own), from: line == 30 ? ":1" : nil)
      }
      var target: [Int: String] = [:]
      for number in 1...300 {
        target[number % 25 + 1] = "target \(number)"
        stream.commit("main", "entry \(number)", log(target))
        if number != 150 { continue }
        for line in [30, 31, 50] {
          target[line] = "own \(line)"
          if !squashing || line == 50 { stream.commit("main", "entry \(line) too", log(target)) }
        }
      }
    }
  }

  @Test("Work is found in a file that every commit changes", arguments: [false, true])
  func crowdedFile(squashing: Bool) throws {
    let repository = try crowded(squashing: squashing)
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["branches"][0]["integration"].string == (squashing ? "squash" : "rebase"))
  }

  /// What is said of commits that were not looked at.
  private static let warning =
    "warning: the target has too many commits that change the same lines as some work to compare them all, "
    + "'topic' has such work; what landed of it may be shown as open\n"

  @Test("Where too many commits may be a copy, the newest are compared, and this is said")
  func manyCopies() throws {
    for (switches, isFound) in [(150, true), (250, false)] {
      let repository = try repository { stream in
        // The branch switches something on, and changes a line.
        stream.commit("topic", "change" + Self.trailer, log([1: "on", 40: "own"]), from: ":1")
        // So does the target, before it switches the same thing off and on.
        stream.commit("main", "entry", log([1: "on", 40: "own"]))
        stream.commit("main", "away", log([40: "other"]))
        for _ in 0..<switches {
          stream.commit("main", "on", log([1: "on", 40: "other"]))
          stream.commit("main", "off", log([40: "other"]))
        }
      }
      let outcome = try repository.execplan("status")
      #expect(outcome.errors == (isFound ? "" : Self.warning))
      #expect(try repository.status(of: 1)["commits"]["landed"].integer == (isFound ? 1 : 0))
    }
  }

  @Test("Commits that share a line with some work and do more are not compared, however many")
  func manyOthers() throws {
    let repository = try repository { stream in
      func text(_ entries: Int, _ changed: [Int: String]) -> String {
        (0..<entries).reversed().map { "entry \($0)\n\n" }.joined() + log(changed)
      }
      let own = [40: "\nown"]
      stream.commit("topic", "change" + Self.trailer, log(own), from: ":1")
      stream.commit("main", "entry", text(0, own))
      for number in 1...600 { stream.commit("main", "entry \(number)", text(number, own)) }
      stream.commit("main", "away", text(600, [40: "\nother"]))
    }
    let outcome = try repository.execplan("status")
    #expect(outcome.errors.isEmpty)
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 1)
  }

  @Test func aMergeOfALongFileIsNotTriedAndThisIsSaid() throws {
    let repository = try Scratch.withPlans("auth")
    let text = String(repeating: "0123456789abcdef\n", count: 1 << 20)
    try repository.commit("data", file: "data", text: text)
    try repository.start(1)
    try repository.commit(
      "grow\n\nExecPlan: \(Scratch.planID(1))", file: "data", text: "first\n" + text)
    try repository.git("switch --quiet main")
    try repository.commit("grow otherwise", file: "data", text: text + "last\n")
    let errors = try repository.execplan("status").errors
    #expect(errors.hasPrefix("warning: merges of files longer than 16 MiB were not tried"))
    #expect(try repository.status(of: 1)["derived"].string == "active")
  }
}
