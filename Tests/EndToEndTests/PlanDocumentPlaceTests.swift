import TestSupport
import Testing

/// Where plan documents may lie, and what else than an ID names them.
struct PlanDocumentPlaceTests {
  private typealias Scratch = ScratchRepository
  private let document = "docs/plans/12-slug.md"
  private let text = "# The twelfth plan\n\nNo front matter.\n"

  @Test func configuredFoldersHoldPlansKnownByTheirPath() throws {
    let repository = try ScratchRepository()
    try repository.write("not a plan\n", to: "docs/plans/README.md")
    try repository.commit("docs", file: document, text: text)
    #expect(try repository.json("list")["plans"].array.isEmpty)
    try repository.git("config execplan.plans docs/plans")
    let listed = try repository.json("list")["plans"]
    #expect(listed.array.map { $0["id"].string } == [document])
    #expect(listed[0]["title"].string == "The twelfth plan")
    let plan = try repository.json("status")["plans"][0]
    #expect(plan["id"].string == document)
    #expect(plan["recorded"].isNull)
    #expect(plan["derived"].isNull)
    #expect(plan["basis"].string == "recorded")
  }

  @Test func aTrailerAloneMakesADocumentAPlanAndARenameKeepsIt() throws {
    let repository = try ScratchRepository()
    try repository.commit("docs", file: document, text: text)
    try repository.commit("one\n\nExecPlan: \(document)", file: "one")
    var plans = try repository.json("status")["plans"]
    #expect(plans.array.map { $0["id"].string } == [document])
    #expect(plans[0]["derived"].string == "done")

    let moved = "docs/done/twelve.md"
    try repository.git("rm --quiet --cached \(document)")
    try repository.write(text, to: moved)
    try repository.git("clean --quiet --force -d docs/plans")
    try repository.git("add --all")
    try repository.git("commit --quiet --no-verify -m move")
    #expect(try repository.git("log -1 --format= --name-status -M").hasPrefix("R100"))
    try repository.commit("two\n\nExecPlan: \(moved)", file: "two")
    plans = try repository.json("status")["plans"]
    #expect(plans.array.map { $0["id"].string } == [moved])
    #expect(plans[0]["commits"]["landed"].integer == 2)
  }

  @Test func syncLeavesPlansWithoutAnIDAlone() throws {
    let repository = try ScratchRepository()
    let own = "---\nstatus: planned\n---\n\n# A plan of another format\n"
    try repository.commit("docs", file: document, text: own)
    try repository.commit("one\n\nExecPlan: \(document)", file: "one")
    _ = try repository.succeeding(repository.execplan("sync"))
    #expect(try repository.read(document) == own)
    #expect(try repository.git("status --porcelain").isEmpty)
  }

  @Test func aBranchOfAPlanWithoutAnIDIsStartedAndItsCommitsNameThePath() throws {
    let repository = try ScratchRepository()
    try repository.commit("docs", file: document, text: text)
    try repository.git("config execplan.plans docs/plans")
    _ = try repository.succeeding(repository.execplan("hooks install"))
    let branch = try repository.json("start", document)["branch"].string
    #expect(branch == "ep/12-slug")
    try repository.git("commit --quiet --allow-empty -m one")
    #expect(
      try repository.git("log -1 --format=%(trailers:key=ExecPlan,valueonly)") == document + "\n")
    #expect(try repository.json("status")["plans"][0]["derived"].string == "active")
  }

  @Test func theOtherStandardRootNeedsNoConfiguration() throws {
    let repository = try ScratchRepository()
    try repository.write("", to: ".agents/README")
    let path = try repository.json("new", "One", "--slug", "one")["path"].string
    #expect(try #require(path).hasPrefix(".agents/exec_plans/one/EP-"))
    #expect(try repository.json("list")["plans"][0]["path"].string == path)
  }

  @Test func aRepositoryWithTheFolderActiveGetsItsPlansThere() throws {
    let repository = try ScratchRepository()
    try repository.write("", to: ".agent/exec_plans/active/.gitkeep")
    let path = try repository.json("new", "One", "--slug", "one")["path"].string
    #expect(try #require(path).hasPrefix(".agent/exec_plans/active/one/EP-"))
  }

  @Test func aPlanThatExistsOnItsOwnBranchOnlyIsKnownEverywhere() throws {
    let repository = try Scratch.withPlans()
    try repository.git("switch --quiet -c ep/\(Scratch.planID(1))-auth")
    try repository.writePlan(1, "auth")
    try repository.work("one")
    try repository.git("switch --quiet main")
    let plan = try repository.status(of: 1)
    #expect(plan["title"].string == "Plan auth")
    #expect(plan["derived"].string == "active")
    #expect(plan["commits"]["open"].integer == 1)
    // What is not in this work tree is not written either.
    let before = try repository.snapshot()
    let outcome = try repository.execplan("sync")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("is not in this work tree"))
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func aPlanIsFoundByItsSlugAndPathToo() throws {
    let repository = try Scratch.withPlans("auth")
    for word in ["auth", Scratch.planPath(1, "auth"), "\(Scratch.planID(1))/MS001"] {
      #expect(try repository.json("show", word)["id"].string == Scratch.planID(1))
    }
  }

  @Test func theNewAndTheOldLayoutAreRead() throws {
    let repository = try ScratchRepository()
    let root = ".agent/exec_plans"
    let places = [
      "auth/", "active/auth/", "active/", "", "complete/2026/01/02/x/", "archive/2026/01/02/y/",
      "auth/complete/", "auth/archive/",
    ]
    for (place, folder) in places.enumerated() {
      try repository.writePlan(place + 1, "auth")
      let text = try repository.read(Scratch.planPath(place + 1, "auth"))
      try repository.git(["clean", "-fdq", Scratch.planPath(place + 1, "auth")])
      try repository.write(text, to: "\(root)/\(folder)\(Scratch.planID(place + 1))_auth.md")
      try repository.git("add --all")
    }
    #expect(
      try repository.json("list")["plans"].array.map { $0["id"].string }
        == (1...places.count).map { Scratch.planID($0) })
  }

  @Test func plansOfTheFormatMayLieInAConfiguredRoot() throws {
    let repository = try ScratchRepository()
    try repository.git("config execplan.roots docs/exec_plans/")
    _ = try repository.succeeding(repository.execplan("init"))
    #expect(try repository.read(".agent/PLANS.md").isEmpty == false)
    let new = try repository.json("new", "One", "--slug", "one")
    let id = try #require(new["id"].string)
    #expect(new["path"].string == "docs/exec_plans/one/\(id)_one.md")
    #expect(try repository.read("docs/exec_plans/registry.json").contains(id))
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    // The standard root is read as before.
    try repository.writePlan(1, "two")
    #expect(try repository.json("list")["plans"].array.count == 2)
    try repository.commit("upkeep", file: "docs/exec_plans/one/notes.txt")
    try repository.commit("work\n\nExecPlan: \(id)", file: "src")
    #expect(try repository.json("status", id)["plans"][0]["commits"]["landed"].integer == 1)
  }

  @Test func aFolderOfPlansInAnotherIsReadOnce() throws {
    let repository = try Scratch.withPlans("one")
    try repository.git("config execplan.plans .agent")
    #expect(try repository.json("list")["plans"].array.count >= 1)
    _ = try repository.succeeding(repository.execplan("registry build"))
  }

  @Test func aFolderThatIsNoneIsAnError() throws {
    let repository = try ScratchRepository()
    for key in ["execplan.roots", "execplan.plans"] {
      let outcome = try repository.execplan(
        ["list"],
        environment: [
          "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": key, "GIT_CONFIG_VALUE_0": "../plans",
        ])
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("git config \(key) is '../plans'"))
    }
  }
}
