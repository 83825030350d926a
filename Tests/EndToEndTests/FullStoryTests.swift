import Foundation
import TestSupport
import Testing

/// The main job from an empty repository to a release.
struct FullStoryTests {
  @Test func aPlanGoesFromItsFirstWordToARelease() throws {
    let repository = try ScratchRepository()
    _ = try repository.succeeding(repository.execplan("init"))
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.git("add --all")
    try repository.git(["commit", "-qm", "set up", "-m", "ExecPlan: none (set-up)"])

    let created = try repository.json("new", "Auth refresh", "--slug", "auth-refresh")
    let id = try #require(created["id"].string)
    let path = try #require(created["path"].string)
    #expect(path == ".agent/exec_plans/auth-refresh/\(id)_auth-refresh.md")
    try repository.git("add --all")
    try repository.git(["commit", "-qm", "plan: auth refresh"])
    #expect(
      try repository.git("log -1 --format=%B") == "plan: auth refresh\n\nExecPlan: \(id)\n")

    let branch = try #require(try repository.json("start", id)["branch"].string)
    #expect(branch == "ep/\(id)-auth-refresh")
    #expect(try repository.git("branch --show-current") == branch)
    for step in ["one", "two", "three"] {
      try repository.write(step, to: "\(step).txt")
      try repository.git("add --all")
      try repository.git(["commit", "-qm", step])
      #expect(
        try repository.git("log -1 --format=%(trailers:key=ExecPlan,valueonly)") == id + "\n")
    }
    #expect(try repository.json("status", id)["plans"][0]["derived"].string == "active")
    try repository.git("switch --quiet main")
    try repository.git(["merge", "--quiet", "--no-ff", "--no-edit", branch])

    let merge = try repository.git("rev-parse HEAD")

    let plan = try repository.json("status")["plans"][0]
    #expect(plan["derived"].string == "done")
    #expect(plan["recorded"].string == "planned")
    #expect(plan["drift"].boolean == true)
    #expect(plan["reason"].string == "3 commits landed on main by merge, none open")
    try expectSync(of: path, in: repository)

    try repository.git("tag v0.1.0")
    let release = try repository.json("release", "v0.1.0")["releases"][0]
    #expect(release["plans"].array.map { $0["id"].string } == [id])
    #expect(release["plans"][0]["state"].string == "completed")
    // The commits of its document name the plan as well.
    let own = try repository.git(["log", "--no-merges", "--format=%H", "--grep=^ExecPlan: \(id)$"])
    #expect(own.contains(try repository.git("rev-parse \(merge)^2")))
    #expect(release["plans"][0]["commits"].strings == own.split(separator: "\n").map(String.init))
    #expect(try repository.json("status")["plans"][0]["first_release"].string == "v0.1.0")
  }

  /// `sync` changes two lines of the document and no other byte, and nothing the second time.
  private func expectSync(of path: String, in repository: ScratchRepository) throws {
    let before = try repository.read(path)
    #expect(try repository.execplan("sync --check").exitCode == 1)
    #expect(try repository.execplan("sync --dry-run").exitCode == 0)
    #expect(try repository.read(path) == before)
    _ = try repository.succeeding(repository.execplan("sync"))
    let after = try repository.read(path)
    #expect(after.contains("\nstatus: done\n"))
    let lines = [before, after].map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("status:") && !$0.hasPrefix("updated:") }
    }
    #expect(lines[0] == lines[1])
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    #expect(try repository.execplan("sync --check").exitCode == 0)
    let synced = try repository.snapshot()
    _ = try repository.succeeding(repository.execplan("sync"))
    #expect(try repository.snapshot().differences(from: synced).isEmpty)
    try repository.git("add --all")
    try repository.git(["commit", "-qm", "close the plan"])
  }

  @Test func plansOfOneDayAreNumbered() throws {
    let repository = try ScratchRepository()
    let ids = try ["One", "Two"].map { title in
      try repository.json("new", title, "--date", "2026-01-17")["id"].string
    }
    #expect(ids == ["EP-20260117-001", "EP-20260117-002"])
  }

  @Test func theFirstPlanOfARepositoryBringsTheRegistry() throws {
    let repository = try ScratchRepository()
    _ = try repository.json("new", "One")
    let outcome = try repository.execplan("registry check --fail-on-warn")
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  @Test func anIDOfAnotherBranchIsNotGivenAgain() throws {
    let repository = try ScratchRepository.withPlans()
    try repository.git("switch --quiet -c elsewhere")
    _ = try repository.json("new", "One", "--date", "2026-01-17")
    try repository.commit("plan", file: "x")
    try repository.git("switch --quiet main")
    let second = try repository.json("new", "Two", "--date", "2026-01-17")
    #expect(second["id"].string == "EP-20260117-002")
  }

  @Test func aTitleIsKeptWordForWord() throws {
    let repository = try ScratchRepository()
    _ = try repository.json("init")
    let title = #"Don't: #1 "quoted" \ - [x] & ünïcode"#
    _ = try repository.json("new", title)
    #expect(try repository.json("list")["plans"][0]["title"].string == title)
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }
}
