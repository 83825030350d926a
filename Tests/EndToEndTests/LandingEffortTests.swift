import TestSupport
import Testing

/// Repositories where not everything can be compared with everything.
struct LandingEffortTests {
  private typealias Scratch = ScratchRepository

  /// A file of which the given lines are changed.
  private func log(_ changed: [Int: String]) -> String {
    (1...60).map { (changed[$0] ?? "line \($0)") + "\n" }.joined()
  }

  /// Makes a history in which every commit of the target changes one file, and so does the branch `topic`,
  /// which came to the target in commits of other authors with other titles.
  private func crowded(squashing: Bool) throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    let start = try repository.git("rev-parse HEAD")
    var stream = ""
    var clock = 1_767_300_000
    func commit(_ branch: String, _ title: String, _ text: String, from: String? = nil) {
      clock += 60
      stream +=
        "commit refs/heads/\(branch)\nmark :\((clock - 1_767_300_000) / 60)\nauthor \(branch) <\(branch)@example.com> \(clock) +0000\n"
      stream += "committer C <c@example.com> \(clock) +0000\ndata \(title.utf8.count)\n\(title)\n"
      stream += from.map { "from \($0)\n" } ?? ""
      stream += "M 100644 inline LOG\ndata \(text.utf8.count)\n\(text)\n"
    }
    commit("main", "first", log([:]), from: start)
    var own: [Int: String] = [:]
    for line in [30, 31, 50] {
      own[line] = "own \(line)"
      let trailer = "change \(line)\n\nExecPlan: \(Scratch.planID(1))"
      commit("topic", trailer, log(own), from: line == 30 ? ":1" : nil)
    }
    var target: [Int: String] = [:]
    for number in 1...300 {
      target[number % 25 + 1] = "target \(number)"
      commit("main", "entry \(number)", log(target))
      if number != 150 { continue }
      for line in [30, 31, 50] {
        target[line] = "own \(line)"
        if !squashing || line == 50 { commit("main", "entry \(line) too", log(target)) }
      }
    }
    try repository.git(["fast-import", "--quiet", "--force"], input: stream)
    try repository.git("reset --quiet --hard")
    return repository
  }

  @Test("Work is found in a file that every commit changes", arguments: [false, true])
  func crowdedFile(squashing: Bool) throws {
    let repository = try crowded(squashing: squashing)
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["branches"][0]["integration"].string == (squashing ? "squash" : "rebase"))
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
