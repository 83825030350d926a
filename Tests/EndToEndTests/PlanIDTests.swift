import Foundation
import TestSupport
import Testing

/// Which IDs are taken when a new plan gets its own.
struct PlanIDTests {
  private typealias Scratch = ScratchRepository

  /// Where plan 7 of the day is, and nowhere else.
  enum Place: String, CaseIterable {
    case workTree, frontMatter, milestone, index, branch, remoteBranch, tag, stash, untrackedStash
    case otherWorkTree, otherIndex, otherDetachedHead, mainWorkTree, configuredFolder, splitIndex
  }

  @Test(arguments: Place.allCases)
  func anIDIsTakenWhereverItsDocumentIs(place: Place) throws {
    let repository = try Scratch.withPlans()
    var directory = repository.path
    let linked = repository.surroundings + "/linked"
    let path = Scratch.planPath(7, "x")
    switch place {
    case .workTree: try repository.writePlan(7, "x")
    case .frontMatter, .milestone, .configuredFolder:
      try repository.writePlan(7, "x")
      let text = try repository.read(path)
      try repository.git("clean -fdq")
      let folder = ".agent/exec_plans/x/"
      switch place {
      case .frontMatter: try repository.write(text, to: folder + "\(Scratch.planID(3))_x.md")
      case .milestone:
        try repository.write(
          "text", to: folder + "milestones/archive/2026/01/01/\(Scratch.planID(7))_MS001_x.md")
      default:
        try repository.git("config execplan.plans docs/plans")
        try repository.write(text, to: "docs/plans/x.md")
      }
    case .index, .splitIndex:
      try repository.writePlan(7, "x")
      try repository.git("add --all")
      if place == .splitIndex { try repository.git("update-index --split-index") }
      try FileManager.default.removeItem(atPath: repository.path + "/" + path)
    case .branch, .remoteBranch, .tag:
      try repository.git("switch --quiet -c side")
      try repository.writePlan(7, "x")
      try repository.work("side")
      try repository.git("switch --quiet main")
      if place == .tag { try repository.git("tag v1 side") }
      if place == .remoteBranch { try repository.git("update-ref refs/remotes/origin/a/b side") }
      if place != .branch { try repository.git("branch --quiet -D side") }
    case .stash, .untrackedStash:
      try repository.writePlan(7, "x")
      if place == .stash { try repository.git("add --all") }
      try repository.git("stash push --quiet --include-untracked")
    case .otherWorkTree, .otherIndex, .otherDetachedHead:
      try repository.git(["worktree", "add", "--quiet", "--detach", linked])
      try repository.writePlan(7, "x")
      let text = try repository.read(path)
      try repository.git("clean -fdq")
      let file = URL(fileURLWithPath: linked + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      if place != .otherWorkTree { try repository.git(["add", "--all"], in: linked) }
      if place == .otherIndex { try FileManager.default.removeItem(at: file) }
      if place == .otherDetachedHead {
        try repository.git(["commit", "--quiet", "-m", "x"], in: linked)
        try FileManager.default.removeItem(atPath: linked)
      }
    case .mainWorkTree:
      try repository.git(["worktree", "add", "--quiet", "--detach", linked])
      try repository.writePlan(7, "x")
      directory = linked
    }
    let new = try repository.json("new", "Next", "--date", "2026-01-01", in: directory)
    #expect(new["id"].string == Scratch.planID(8))
  }

  @Test func anIDThatIsOnlyMentionedIsFree() throws {
    let repository = try Scratch.withPlans("one")
    let path = Scratch.planPath(1, "one")
    let text = try repository.read(path)
    try repository.write(
      text.replacing("links:", with: "depends_on: [\(Scratch.planID(9))]\nlinks:")
        + "\nSee \(Scratch.planID(8)).\n", to: path)
    try repository.write("", to: ".agent/exec_plans/one/notes/\(Scratch.planID(7)).txt")
    let new = try repository.json("new", "Next", "--date", "2026-01-01")
    #expect(new["id"].string == Scratch.planID(2))
  }

  /// Both work trees of the repository at once, under both names of the program.
  @Test func plansThatAreCreatedAtOnceEverywhereGetIDsOfTheirOwn() throws {
    let repository = try Scratch.withPlans()
    let linked = repository.surroundings + "/linked"
    try repository.git(["worktree", "add", "--quiet", linked])
    let link = repository.surroundings + "/agentrules"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: ProgramRunner.execplan)
    let script = """
      case $1 in
      *[02468]) cd "$2" ;;
      esac
      case $1 in
      *[05]) exec "$3" execplan new "Plan $1" --date 20260201 ;;
      *) exec "$4" -q new "Plan $1" --date 2026-02-01 ;;
      esac
      """
    let count = 24
    let outcome = try ProgramRunner.run(
      "/usr/bin/xargs",
      ["-P", "\(count)", "-I", "{}", "/bin/sh", "-c", script, "sh", "{}", linked, link]
        + [ProgramRunner.execplan],
      in: repository.path, environment: repository.environment,
      input: (1...count).map { "\($0)\n" }.joined())
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let ids = outcome.lines.compactMap { $0.split(separator: " ").first }
    #expect(ids.count == count)
    #expect(Set(ids).count == count)
    for folder in [repository.path, linked] {
      let check = try repository.execplan(["registry", "check", "--fail-on-warn"], in: folder)
      #expect(check.exitCode == 0, "\(check.output)")
    }
  }

  @Test func branchesThatAreMergedHoldNoIDTwice() throws {
    let repository = try Scratch.withPlans()
    for (number, branch) in ["a", "b"].enumerated() {
      try repository.git("switch --quiet -c \(branch) main")
      let new = try repository.json("new", "Plan \(branch)", "--date", "2026-01-01")
      #expect(new["id"].string == Scratch.planID(number + 1))
      try repository.git("add .agent/exec_plans/plan-\(branch)")
      try repository.git("commit --quiet --no-verify -m \(branch)")
      try repository.git("clean -fdq")
    }
    try repository.git("merge --quiet --no-edit a")
    #expect(try repository.execplan("registry build").exitCode == 0)
  }
}
