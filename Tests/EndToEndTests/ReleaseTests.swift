import TestSupport
import Testing

/// Which plans a release holds; git counts the same commits on its own.
struct ReleaseTests {
  private typealias Scratch = ScratchRepository

  /// Makes two plans and four tags: v1.0.0-rc.1 and v1.0.0 with plan 1 in two parts, v1.1.0 with plan 2,
  /// and a name that is no version; plan 3 and a commit without a plan are not released.
  private func released() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("one", "two", "three")
    try repository.work("first", plan: 1)
    try repository.git("tag v1.0.0-rc.1")
    try repository.work("loose")
    try repository.work("second", plan: 1)
    try repository.git("tag -a -m release v1.0.0")
    let branch = try repository.start(2)
    try repository.work("third", plan: 2)
    try repository.work("fourth")
    try repository.merge(branch)
    try repository.git("tag nightly")
    try repository.git("tag -a -m release v1.1.0")
    try repository.work("fifth", plan: 3)
    try repository.work("stray")
    return repository
  }

  private func releases(_ repository: ScratchRepository, _ words: String...) throws -> JSONDocument
  {
    try JSONDocument(repository.succeeding(repository.execplan(["release", "--json"] + words)))[
      "releases"]
  }

  @Test func everyReleaseHoldsWhatNoOlderOneHolds() throws {
    let repository = try released()
    let all = try releases(repository, "--all")
    #expect(all.array.map { $0["tag"].string } == ["v1.1.0", "v1.0.0", "v1.0.0-rc.1"])
    #expect(all.array.map { $0["previous"].string } == ["v1.0.0", "v1.0.0-rc.1", nil])
    let states = all.array.map { release in
      release["plans"].array.map { "\($0["id"].string ?? "") \($0["state"].string ?? "")" }
    }
    #expect(
      states == [
        ["\(Scratch.planID(2)) completed"], ["\(Scratch.planID(1)) completed"],
        ["\(Scratch.planID(1)) partial"],
      ])
    let partial = all[2]["plans"][0]
    #expect(partial["landed"].integer == 1)
    #expect(partial["known"].integer == 2)
    #expect(all[0]["plans"][0]["landed"].integer == 2)
    for release in all.array {
      let tag = try #require(release["tag"].string)
      #expect(release["commit"].string == (try repository.git("rev-parse \(tag)^{commit}")))
    }
  }

  @Test func plansAndCountsAgreeWithGit() throws {
    let repository = try released()
    for release in try releases(repository, "--all").array {
      let tag = try #require(release["tag"].string)
      let range = release["previous"].string.map { "\($0)..\(tag)" } ?? tag
      // Independent of the program: commits by trailer, and those that came through a plan's merge.
      var planned: [String: [String]] = [:]
      var loose = 0
      for commit in try repository.git("rev-list --no-merges \(range)").split(separator: "\n") {
        var value = try repository.git([
          "log", "-1", "--format=%(trailers:key=ExecPlan,valueonly,separator=)", String(commit),
        ])
        if try repository.git("log -1 --format=%s \(commit)") == "fourth" {
          value = Scratch.planID(2)
        }
        if value.isEmpty || value.hasPrefix("none") {
          loose += 1
        } else {
          planned[value, default: []].append(String(commit))
        }
      }
      let plans = release["plans"].array
      #expect(plans.compactMap { $0["id"].string } == planned.keys.sorted())
      for plan in plans {
        #expect(plan["commits"].strings == planned[try #require(plan["id"].string)])
      }
      #expect(release["unplanned"].integer == loose)
    }
  }

  @Test func rangesAndTheUnreleasedAreReleasesToo() throws {
    let repository = try released()
    let range = try releases(repository, "v1.0.0-rc.1..v1.1.0")
    #expect(range.array.count == 1)
    #expect(
      range[0]["plans"].array.map { $0["id"].string } == [Scratch.planID(1), Scratch.planID(2)])
    #expect(range[0]["tag"].string == "v1.1.0")
    #expect(range[0]["previous"].string == "v1.0.0-rc.1")
    let unreleased = try releases(repository, "--unreleased")[0]
    #expect(unreleased["tag"].isNull)
    #expect(unreleased["previous"].string == "v1.1.0")
    #expect(unreleased["plans"].array.map { $0["id"].string } == [Scratch.planID(3)])
    #expect(unreleased["unplanned"].integer == 1)
    #expect(unreleased["commit"].string == (try repository.git("rev-parse main")))
    #expect(try releases(repository)[0]["tag"].string == "v1.1.0")
  }

  @Test func stableReleasesPassOverPreReleases() throws {
    let all = try releases(try released(), "--all", "--stable")
    #expect(all.array.map { $0["tag"].string } == ["v1.1.0", "v1.0.0"])
    #expect(all[1]["plans"][0]["commits"].array.count == 2)
    #expect(all[1]["previous"].isNull)
  }

  @Test func aPatternSaysWhichTagsAreReleases() throws {
    let repository = try released()
    try repository.git("config execplan.releaseTag night*")
    let all = try releases(repository, "--all")
    #expect(all.array.map { $0["tag"].string } == ["nightly"])
    #expect(all[0]["plans"].array.count == 2)
    try repository.git(["config", "--add", "execplan.releaseTag", "v1.0.0"])
    #expect(
      try releases(repository, "--all").array.map { $0["tag"].string } == ["nightly", "v1.0.0"])
  }

  @Test func tagsOfTagsAndTwoTagsOnOneCommitHoldTheSame() throws {
    let repository = try Scratch.withPlans("one")
    try repository.git("tag v0.1.0")
    try repository.work("first", plan: 1)
    try repository.git("tag -a -m inner candidate")
    try repository.git("-c advice.nestedTag=false tag -a -m outer v1.0.0 candidate")
    try repository.git("tag v1.0.0-rc.9")
    let all = try releases(repository, "--all")
    #expect(
      Set(all.array.prefix(2).compactMap { $0["tag"].string }) == ["v1.0.0", "v1.0.0-rc.9"])
    for release in all.array.prefix(2) {
      #expect(release["commit"].string == (try repository.git("rev-parse HEAD")))
      #expect(release["previous"].string == "v0.1.0")
      #expect(release["plans"][0]["state"].string == "completed")
    }
  }

  @Test func aParallelMaintenanceBranchHasReleasesOfItsOwn() throws {
    let repository = try Scratch.withPlans("one", "two")
    try repository.git("tag v1.0.0")
    try repository.git("switch --quiet -c release/1.0")
    try repository.work("fix", plan: 1)
    try repository.git("tag v1.0.1")
    try repository.git("switch --quiet main")
    try repository.work("feature", plan: 2)
    try repository.work("loose")
    try repository.git("tag v1.1.0")
    let all = try releases(repository, "--all").array
    for (tag, plan) in [("v1.0.1", 1), ("v1.1.0", 2)] {
      let release = try #require(all.first { $0["tag"].string == tag })
      #expect(release["previous"].string == "v1.0.0")
      #expect(release["plans"].array.map { $0["id"].string } == [Scratch.planID(plan)])
      let commits = try repository.git("rev-list --count --no-merges v1.0.0..\(tag)")
      let counted = release["plans"][0]["commits"].array.count + (release["unplanned"].integer ?? 0)
      #expect(counted == Int(commits))
    }
    // The fix was never merged: the plan is not done, though it shipped.
    let fix = try #require(all.first { $0["tag"].string == "v1.0.1" })
    #expect(fix["plans"][0]["state"].string == "partial")
  }

  @Test func aReleaseOfUpkeepAloneListsNoPlan() throws {
    let repository = try Scratch.withPlans("one")
    try repository.work("first", plan: 1)
    try repository.git("tag v1.0.0")
    try repository.writePlan(1, "one", status: "done")
    let message = "close\n\nExecPlan: \(Scratch.planID(1))"
    try repository.commit(message, file: ".agent/exec_plans/registry.json", text: "{}\n")
    try repository.git("tag v1.0.1")
    let release = try releases(repository, "v1.0.1")[0]
    #expect(release["plans"].isList && release["plans"].array.isEmpty)
    #expect(release["unplanned"].integer == 0)
  }

  @Test func textAndMarkdownAreFitForReleaseNotes() throws {
    let repository = try released()
    let text = try repository.succeeding(repository.execplan("release v1.0.0 --unplanned"))
    let loose = try repository.git(["log", "--format=%H", "--grep=^loose$"]).prefix(10)
    #expect(
      text == """
        v1.0.0  2026-01-01  since v1.0.0-rc.1
          EP-20260101-001  completed  2/2  feature  Plan one
          1 commit without a plan
            \(loose) loose

        """)
    let markdown = try repository.succeeding(
      repository.execplan("release v1.0.0-rc.1..v1.1.0 --format markdown"))
    #expect(
      markdown == """
        ## v1.1.0 (2026-01-01)

        ### Completed

        - **Plan one** (`EP-20260101-001`)
        - **Plan two** (`EP-20260101-002`)

        1 commit without a plan.

        """)
  }
}
