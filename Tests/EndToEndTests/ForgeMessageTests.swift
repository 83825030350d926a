import TestSupport
import Testing

/// Pull requests that the messages of all forges name, and the addresses that remotes give them.
struct ForgeMessageTests {
  private typealias Scratch = ScratchRepository

  /// A forge's merge: its remote, its message, the number and the address.
  struct Merge: Sendable, CustomTestStringConvertible {
    let remote: String
    let message: String
    let number: Int
    let url: String?
    var testDescription: String { remote }
  }

  private static let branch = "ep/EP-20260101-001-auth"

  static let merges = [
    Merge(
      remote: "https://github.com/acme/shop.git",
      message: "Merge pull request #7 from mara/\(branch)\n\nTitle", number: 7,
      url: "https://github.com/acme/shop/pull/7"),
    Merge(
      remote: "https://github.com/acme/shop.git", message: "Title\n (#7)", number: 7,
      url: "https://github.com/acme/shop/pull/7"),
    Merge(
      remote: "git@github.com:acme/shop", message: "Auto merge of #7 - mara:\(branch), r=ann\n\nT",
      number: 7, url: "https://github.com/acme/shop/pull/7"),
    Merge(
      remote: "git@gitlab.com:acme/tools/shop.git",
      message: "Merge branch '\(branch)' into 'main'\n\nT\n\nSee merge request acme/tools/shop!7",
      number: 7, url: "https://gitlab.com/acme/tools/shop/-/merge_requests/7"),
    Merge(
      remote: "https://git.example.org/acme/shop",
      message: "Merge branch '\(branch)' into 'main'\n\nT\n\nSee merge request acme/shop!7",
      number: 7, url: "https://git.example.org/acme/shop/-/merge_requests/7"),
    Merge(
      remote: "https://bitbucket.org/acme/shop.git",
      message: "Merged in \(branch) (pull request #7)\n\nT", number: 7,
      url: "https://bitbucket.org/acme/shop/pull-requests/7"),
    Merge(
      remote: "ssh://git@bb.example.org:7999/acme/shop.git",
      message: "Pull request #7: T\n\nMerge in ACME/shop from \(branch) to main\n\n* commit 'x'",
      number: 7, url: "https://bb.example.org/projects/acme/repos/shop/pull-requests/7"),
    Merge(
      remote: "https://codeberg.org/acme/shop.git",
      message: "Merge pull request 'T' (#7) from mara/shop:\(branch) into main\n\n"
        + "Reviewed-on: https://codeberg.org/acme/shop/pulls/7",
      number: 7, url: "https://codeberg.org/acme/shop/pulls/7"),
    Merge(
      remote: "git@ssh.dev.azure.com:v3/acme/web/shop",
      message: "Merge pull request 7 from \(branch) into main", number: 7,
      url: "https://dev.azure.com/acme/web/_git/shop/pullrequest/7"),
    Merge(
      remote: "https://acme@dev.azure.com/acme/web/_git/shop", message: "Merged PR 7: T",
      number: 7, url: "https://dev.azure.com/acme/web/_git/shop/pullrequest/7"),
    Merge(
      remote: "/srv/git/shop.git", message: "Merged PR 7: T", number: 7, url: nil),
  ]

  @Test(arguments: merges)
  func aMergeOfEachForge(merge: Merge) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git(["remote", "add", "origin", merge.remote])
    try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.merge(Self.branch, message: merge.message)
    try repository.git("branch --quiet -D \(Self.branch)")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == "done")
    #expect(plan["pull_requests"].array.count == 1)
    let request = plan["pull_requests"][0]
    #expect(request["number"].integer == merge.number)
    #expect(request["url"].string == merge.url)
    #expect(["merge", "trailer"].contains(request["evidence"].string))
    #expect(request["confidence"].string == "high")
  }

  @Test(arguments: merges.filter { $0.message.contains(branch) })
  func aForgesMergeGivesWhatItBroughtToThePlan(merge: Merge) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.start(1)
    let commit = try repository.work("one")
    try repository.merge(Self.branch, message: merge.message)
    try repository.git("branch --quiet -D \(Self.branch)")
    #expect(try repository.evidence(of: commit, for: 1) == ["merge"])
    #expect(try repository.status(of: 1)["derived"].string == "done")
  }

  @Test(arguments: [
    (
      "Reviewed-on: https://gerrit.example.org/c/shop/+/12",
      "ssh://me@gerrit.example.org:29418/shop"
    ),
    ("Part-of: <https://gitlab.com/a/b/-/merge_requests/12>", "https://gitlab.com/a/b.git"),
    ("GitHub-Pull-Request: a/b#12", "https://github.com/a/b"),
    ("Pull Request resolved: https://github.com/a/b/pull/12", "https://github.com/a/b"),
  ])
  func aLineNamesThePullRequest(line: String, remote: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git(["remote", "add", "origin", remote])
    try repository.commit("T\n\nExecPlan: \(Scratch.planID(1))\n\(line)", file: "one")
    let requests = try repository.status(of: 1)["pull_requests"]
    #expect(requests.array.map { $0["number"].integer } == [12])
    #expect(requests[0]["evidence"].string == "trailer")
    #expect(requests[0]["url"].string?.contains("12") == true)
  }

  @Test(arguments: [
    "T\n\nReviewed-on: https://github.com/a/other/pull/12",
    "T\n\nPart-of: <https://gitlab.com/a/b/-/merge_requests/12>",
    "T\n\nSee merge request a/b!12", "Merged PR 12: T", "T (!12)",
    "T\n\nGitHub-Pull-Request: x/b#12",
    "Merged in topic (pull request #12)", "Pull request #12: T",
  ])
  func whatOtherProjectsAndForgesSayIsNoPullRequestOfThisOne(message: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin https://github.com/a/b.git")
    try repository.commit("\(message)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    #expect(try repository.status(of: 1)["pull_requests"].array.isEmpty)
  }

  @Test func aTitleOnAForgeThatWritesNoSuchNumbersNamesAnIssue() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin git@gitlab.com:a/b.git")
    try repository.commit("Fix (#12)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    try repository.commit("Fix (!13)\n\nExecPlan: \(Scratch.planID(1))", file: "two")
    let requests = try repository.status(of: 1)["pull_requests"]
    #expect(requests.array.map { $0["number"].integer } == [13])
  }

  @Test func theInnermostPullRequestBroughtTheWork() throws {
    let repository = try Scratch.withPlans("auth", "mail")
    try repository.git("remote add origin https://github.com/acme/shop")
    try repository.git("switch --quiet --create develop")
    for (number, name) in [(1, "csv"), (2, "mail")] {
      try repository.git("switch --quiet --create \(name) develop")
      try repository.work(name, plan: number)
      try repository.git("switch --quiet develop")
      let owner = number == 1 ? "acme" : "mara"
      try repository.git([
        "merge", "--quiet", "--no-ff", name, "-m",
        "Merge pull request #\(number) from \(owner)/\(name)",
      ])
    }
    try repository.merge("develop", message: "Merge pull request #9 from acme/develop")
    let own = try repository.status(of: 1)["pull_requests"]
    #expect(own.array.map { $0["number"].integer } == [1])
    #expect(own[0]["confidence"].string == "high")
    // Somebody's copy of the project counts its pull requests by itself.
    let copy = try repository.status(of: 2)["pull_requests"]
    #expect(copy.array.map { $0["number"].integer } == [2, 9])
    #expect(copy.array.map { $0["confidence"].string } == ["low", "high"])
  }

  @Test func aMergeRequestIsWrittenAsItsForgeDoes() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.commit(
      "T\n\nSee merge request !12\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    try repository.git("config execplan.forge gitlab")
    _ = try repository.succeeding(repository.execplan("sync"))
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("  pr: \"!12\"\n"))
    #expect(try repository.execplan("sync --check").exitCode == 0)
  }

  @Test func configurationTellsOfAForgeThatItsHostDoesNotTell() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("remote add origin mara@git.example.org:acme/shop.git")
    try repository.commit("T (#12)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    func url() throws -> String? { try repository.status(of: 1)["pull_requests"][0]["url"].string }
    #expect(try url() == nil)
    try repository.git("config execplan.forge forgejo")
    #expect(try url() == "https://git.example.org/acme/shop/pulls/12")
    try repository.git("config execplan.prUrl https://review.example.org/{number}/")
    #expect(try url() == "https://review.example.org/12/")
    try repository.git("config execplan.forge github")
    try repository.git("config --unset execplan.prUrl")
    try repository.git("config url.https://gitlab.com/.insteadOf mara@git")
    try repository.git("config url.https://github.com/.insteadOf mara@git.example.org:")
    #expect(try url() == "https://github.com/acme/shop/pull/12")
    // A mirror on this machine, or a name that only ssh knows, tells nothing.
    try repository.git("config --unset execplan.forge")
    try repository.git("remote set-url origin https://github.com/acme/shop")
    for base in ["/srv/mirror/", "git@work:"] {
      try repository.git("config url.\(base).insteadOf https://github.com/acme/")
      #expect(try url() == "https://github.com/acme/shop/pull/12")
      try repository.git("config --remove-section url.\(base)")
    }
  }

  @Test(arguments: [
    ("execplan.forge", "sourceforge"), ("execplan.prUrl", "https://x.org/pull/"),
    ("execplan.prUrl", "javascript:alert({number})"),
    ("execplan.prUrl", "https://x.org/{number})x"),
  ])
  func aSettingThatCannotBeMeantIsAnError(key: String, value: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git(["config", key, value])
    let outcome = try repository.execplan("status")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(key))
  }

  /// A forge's revert: the remote, the title that landed, the message that takes it back.
  struct Revert: Sendable, CustomTestStringConvertible {
    var remote = "https://github.com/acme/shop"
    var title = "Sign in (#7)"
    let message: String
    var isReverted = true
    var testDescription: String { message }
  }

  @Test(arguments: [
    Revert(message: "Revert \"Sign in\" (#8)\n\nReverts acme/shop#7"),
    Revert(message: "Revert \"Sign in\" (#8)\n\nReverts #7, since it is slow."),
    Revert(message: "Revert \"Sign in (#7)\" (#8)"),
    Revert(message: "Revert \"Sign in\" (#8)"), Revert(message: "Revert \"Sign in\""),
    Revert(message: "Revert \"Sign out\" (#8)", isReverted: false),
    Revert(title: "Sign in", message: "[login] Revert \"Sign in\" (#8)"),
    Revert(title: "Sign in (!7)", message: "Revert 'Sign in'"),
    Revert(message: "Auto merge of #8 - acme:revert, r=ann\n\nReverts acme/shop#7"),
    Revert(message: "Revert \"Sign in\" (#8)\n\nReverts acme/other#7", isReverted: false),
    Revert(message: "Revert half of it (#8)\n\nReverts the half of #7", isReverted: false),
    Revert(message: "Fix \"Sign in (#7)\" (#8)\n\nReverts #7", isReverted: false),
    Revert(
      remote: "git@gitlab.com:acme/shop", title: "Sign in (!7)",
      message: "Revert \"Sign in\"\n\nThis reverts merge request !7"),
    Revert(
      remote: "git@ssh.dev.azure.com:v3/a/p/shop", title: "Merged PR 7: Sign in",
      message: "Merged PR 8: Revert 'Sign in'\n\nReverts !7"),
    Revert(
      remote: "git@ssh.dev.azure.com:v3/a/p/shop", title: "Merged PR 7: Sign in",
      message: "Merged PR 8: Revert \"Merged PR 7: Sign in\""),
    Revert(
      remote: "https://bitbucket.org/acme/shop", title: "Merged in login (pull request #7)",
      message: "Revert \"Merged in login (pull request #7)\""),
  ])
  func aForgesRevertNamesThePullRequest(revert: Revert) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git(["remote", "add", "origin", revert.remote])
    try repository.commit("\(revert.title)\n\nExecPlan: \(Scratch.planID(1))", file: "one")
    try repository.git("rm --quiet one")
    try repository.commit(revert.message, file: "README")
    let plan = try repository.status(of: 1)
    #expect(plan["derived"].string == (revert.isReverted ? "active" : "done"))
    #expect(plan["commits"]["reverted"].integer == (revert.isReverted ? 1 : 0))
  }

  @Test func aTitleMeansTheNewestCommitThatHasIt() throws {
    let repository = try Scratch.withPlans("auth", "mail")
    try repository.work("Tidy", plan: 1)
    try repository.commit("Tidy (#7)\n\nExecPlan: \(Scratch.planID(2))", file: "two")
    try repository.git("switch --quiet --create other")
    try repository.commit("Tidy (#9)", file: "three")
    try repository.git("switch --quiet main")
    try repository.git("rm --quiet two")
    try repository.commit("Revert \"Tidy\" (#8)", file: "README")
    #expect(try repository.status(of: 1)["derived"].string == "done")
    #expect(try repository.status(of: 2)["commits"]["reverted"].integer == 1)
    try repository.git("checkout --quiet main~1 -- two")
    try repository.commit("Revert \"Revert \"Tidy\"\" (#10)", file: "README")
    #expect(try repository.status(of: 2)["commits"]["landed"].integer == 1)
    #expect(try repository.status(of: 2)["derived"].string == "done")
  }

  @Test func theRevertOfAPullRequestTakesBackAllThatItsMergeBroughtIn() throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one")
    try repository.work("two")
    try repository.merge(branch, message: "Merge pull request #7 from mara/\(branch)")
    try repository.git("rm --quiet -r src")
    let revert = try repository.commit(
      "Revert \"Sign in\" (#8)\n\nReverts acme/shop#7", file: "README")
    #expect(try repository.status(of: 1)["commits"]["reverted"].integer == 2)
    // A revert of that revert brings it back.
    try repository.git("revert --no-edit \(revert)")
    #expect(try repository.status(of: 1)["commits"]["landed"].integer == 2)
  }

  @Test(arguments: ["merge --quiet --no-ff --no-edit", "cherry-pick main.."])
  func theReferenceTellsWhatARevertTakesBackWhereNoMessageDoes(landing: String) throws {
    let repository = try Scratch.withPlans("auth")
    let branch = try repository.start(1)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 1)
    try repository.git("update-ref refs/pull/7/head HEAD")
    try repository.git("switch --quiet main")
    let isPick = landing.hasPrefix("cherry-pick")
    if isPick { try repository.work("elsewhere") }
    try repository.git("\(landing)\(isPick ? "" : " ")\(branch)")
    try repository.git("branch --quiet -D \(branch)")
    #expect(try repository.status(of: 1)["derived"].string == "done")
    try repository.git("rm --quiet src/one.txt src/two.txt")
    try repository.commit("Revert \"Sign in\" (#8)\n\nReverts acme/shop#7", file: "README")
    let plan = try repository.status(of: 1)
    #expect(plan["commits"]["reverted"].integer == 2)
    #expect(plan["derived"].string == "active")
  }
}
