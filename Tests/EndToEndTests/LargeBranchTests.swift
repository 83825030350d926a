import TestSupport
import Testing

/// Branches and changes of a size that nobody likes.
struct LargeBranchTests {
  private typealias Scratch = ScratchRepository

  /// A commit for `git fast-import`.
  ///
  /// - Parameter parent: `nil` for the branch's last one.
  private func commit(
    _ branch: String, _ message: String, from parent: String? = nil, by author: String = "Mara",
    at time: Int, _ files: [(path: String, text: String)]
  ) -> String {
    var stream = """
      commit refs/heads/\(branch)
      author \(author) <author@example.com> \(1_767_225_600 + time) +0000
      committer C O Mitter <committer@example.com> \(1_767_225_600 + time) +0000
      data \(message.utf8.count)
      \(message)

      """
    if let parent { stream += "from \(parent)\n" }
    for (path, text) in files {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    return stream
  }

  private let branch = "ep/EP-20260101-001-auth"

  /// What is said of the plan: status, counts, and the branch.
  private func told(_ repository: Scratch) throws -> String {
    let plan = try repository.status(of: 1)
    let counts = plan["commits"]
    let branch = plan["branches"][0]
    return [
      plan["derived"].string, counts["landed"].integer.map { "\($0) landed" },
      counts["open"].integer.map { "\($0) open" }, branch["state"].string,
      branch["integration"].string,
    ].compactMap(\.self).joined(separator: ", ")
  }

  @Test(arguments: [nil, 0, 170, 299])
  func allCommitsOfALongBranchButOneArePicked(left: Int?) throws {
    let repository = try Scratch.withPlans("auth")
    let main = try repository.git("rev-parse main")
    var stream = ""
    for number in 0..<300 {
      stream += commit(
        branch, "part \(number)", from: number == 0 ? main : nil, at: number,
        [("src/\(number % 7)/\(number).txt", "\(number)\n")])
    }
    for number in 0..<300 where number != left {
      stream += commit(
        "main", "picked \(number)", from: number == (left == 0 ? 1 : 0) ? main : nil,
        by: "Somebody", at: 1000 + number,
        [("src/\(number % 7)/\(number).txt", "\(number)\n")])
    }
    try repository.git(["fast-import", "--quiet"], input: stream)
    try repository.git("reset --quiet --hard")
    #expect(
      try told(repository)
        == (left == nil
          ? "done, 300 landed, 0 open, merged, rebase" : "active, 299 landed, 1 open, open"))
  }

  @Test(arguments: [false, true])
  func aChangeOfVeryManyFilesIsSquashed(hasLanded: Bool) throws {
    let repository = try Scratch.withPlans("auth")
    let main = try repository.git("rev-parse main")
    let files = (0..<20_010).map { ("import/\($0 % 100)/\($0).txt", "\($0)\n") }
    var stream = commit(branch, "import", from: main, at: 1, Array(files[..<20_005]))
    stream += commit(
      branch, "the rest", at: 2, Array(files[20_005...]))
    stream += commit("main", "elsewhere", from: main, at: 3, [("other", "other\n")])
    // The same number of other files is no copy.
    stream += commit(
      "main", "squash", by: "Somebody", at: 4,
      hasLanded ? files : files.map { ($0.0, "another \($0.1)") })
    // Merging the branch would change something now.
    stream += commit(
      "main", "later", at: 5, [("import/0/0.txt", "edited\n")])
    try repository.git(["fast-import", "--quiet", "--force"], input: stream)
    try repository.git("reset --quiet --hard")
    #expect(
      try told(repository)
        == (hasLanded ? "done, 1 landed, 0 open, merged, squash" : "active, 0 landed, 2 open, open")
    )
  }
}
