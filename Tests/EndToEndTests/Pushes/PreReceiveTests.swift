import Foundation
import TestSupport
import Testing

/// Which commits `pre-receive` judges, where git itself pushes them.
struct PreReceiveTests {
  private typealias Scratch = ScratchRepository

  @Test func aCommitWithoutAPlanIsRefusedAndLeavesNothingBehind() throws {
    let scene = try PushScene()
    let before = try scene.held("main")
    let objects = try scene.objects()
    let bad = try scene.clone.work("bad")
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    let lines = outcome.remoteLines
    #expect(lines.first == "error: 1 of 1 new commit is refused")
    #expect(lines.contains("  \(bad.prefix(10)) bad"))
    #expect(lines.contains("    the message names no plan [missing-id]"))
    #expect(lines.contains("  git commit --amend"))
    #expect(lines.contains("  ExecPlan: \(Scratch.planID(1))"))
    #expect(try scene.held("main") == before)
    #expect(try scene.objects() == objects)
  }

  @Test func theAdviceLeadsOutOfIt() throws {
    let scene = try PushScene()
    try scene.clone.work("good", plan: 1)
    try scene.clone.work("first")
    try scene.clone.work("second", plan: 1)
    try scene.clone.work("third")
    let refused = try scene.push("main")
    #expect(refused.isRefused)
    let command = try #require(refused.remoteLines.first { $0.hasPrefix("  git rebase -i ") })
    let words = command.split(separator: " ").map(String.init)
    #expect(try scene.clone.git("rev-list --count \(words[3])..HEAD") == "3")
    let trailer = try #require(refused.remoteLines.first { $0.hasPrefix("  ExecPlan: EP-") })
      .trimmingCharacters(in: .whitespaces)
    let editor = "git interpret-trailers --in-place --if-exists doNothing --trailer '\(trailer)'"
    try scene.clone.git(
      Array(words.dropFirst()),
      environment: ["GIT_SEQUENCE_EDITOR": "sed -i s/^pick/reword/", "GIT_EDITOR": editor])
    let outcome = try scene.push("main")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func aPlanThatComesInTheSamePushCounts() throws {
    let scene = try PushScene()
    try scene.clone.work("before its plan", plan: 2)
    try scene.clone.writePlan(2, "later")
    try scene.clone.writeMilestone(2, "later")
    try scene.clone.work("with its plan", plan: 2, milestone: true)
    #expect(try scene.push("main").exitCode == 0)
    try scene.clone.work("of nobody's plan", plan: 3)
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    #expect(outcome.errors.contains("[unknown-plan]"))
  }

  @Test func aPlanOfAnotherBranchOnTheServerCounts() throws {
    let scene = try PushScene()
    try scene.clone.git("switch --quiet -c plans")
    try scene.clone.writePlan(2, "later")
    try scene.clone.writeMilestone(1, "auth")
    try scene.clone.commit("plan", file: "plan")
    try scene.clone.git(["commit", "-q", "--amend", "-m", "plan\n\nExecPlan: none"])
    #expect(try scene.push("plans").exitCode == 0)
    try scene.clone.git("switch --quiet main")
    try scene.clone.work("elsewhere", plan: 2)
    try scene.clone.work("milestone", plan: 1, milestone: true)
    let outcome = try scene.push("main")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // So does one that is pushed at the same time on another branch.
    try scene.clone.work("third", plan: 3)
    try scene.clone.git("switch --quiet plans")
    try scene.clone.writePlan(3, "third")
    try scene.clone.commit("plan three\n\nExecPlan: none", file: "plan")
    #expect(try scene.push("main").isRefused)
    #expect(try scene.push("main", "plans").exitCode == 0)
  }

  @Test func aPlanThatTheSamePushMovesOrClosesWasThere() throws {
    let scene = try PushScene()
    try scene.clone.write("# A plan\n", to: "docs/plans/old.md")
    try scene.clone.commit("one\n\nExecPlan: docs/plans/old.md", file: "x")
    try scene.clone.work("two", plan: 1)
    try scene.clone.git("mv docs/plans/old.md docs/plans/new.md")
    try scene.clone.writePlan(1, "auth", status: "done")
    try scene.clone.git("add --all")
    try scene.clone.git(["commit", "-q", "-m", "move and close\n\nExecPlan: docs/plans/new.md"])
    #expect(try scene.push("main").exitCode == 0)
    try scene.clone.commit("late\n\nExecPlan: docs/plans/old.md", file: "x")
    #expect(try scene.push("main").isRefused)
  }

  @Test func aClosedPlanIsRefusedAndUpkeepIsNot() throws {
    let scene = try PushScene()
    try scene.clone.writePlan(1, "auth", status: "done")
    try scene.clone.git("add --all")
    try scene.clone.git(["commit", "-q", "-m", "close the plan"])
    #expect(try scene.push("main").exitCode == 0)
    try scene.clone.work("too late", plan: 1)
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    #expect(outcome.errors.contains("[closed-plan]"))
  }

  @Test func whatIsOnTheServerIsNotJudgedAgain() throws {
    let scene = try PushScene(nil)
    let middle = try scene.clone.work("old and bad")
    try scene.clone.work("older sin")
    #expect(try scene.push("main").exitCode == 0)
    try scene.install()
    // A new branch at the tip, one in the middle of history, and work on top of either.
    #expect(try scene.push("main:copy", "\(middle):refs/heads/middle").exitCode == 0)
    try scene.clone.git(["switch", "--quiet", "-c", "topic", middle])
    try scene.clone.work("good", plan: 1)
    #expect(try scene.push("topic").exitCode == 0)
    try scene.clone.work("bad")
    #expect(try scene.push("topic").remoteLines.first == "error: 1 of 1 new commit is refused")
    #expect(try scene.push("topic:other").isRefused)
  }

  @Test func aForcedUpdateIsJudgedByWhatIsNew() throws {
    let scene = try PushScene(nil)
    try scene.clone.work("bad")
    try scene.clone.work("bad too")
    try scene.push("main").requireSuccess()
    try scene.install()
    try scene.clone.git("reset --quiet --hard HEAD~2")
    try scene.clone.work("good", plan: 1)
    #expect(try scene.push("--force", "main").exitCode == 0)
    try scene.clone.git("commit --quiet --amend --allow-empty --message=bad")
    #expect(try scene.push("--force", "main").isRefused)
    // Back to what the server had once and lost: it is new to every branch.
    let held = try scene.held("main")
    #expect(try scene.push("--force", "main@{3}:main").isRefused)
    #expect(try scene.held("main") == held)
  }

  @Test func deletionsAndOtherReferencesPass() throws {
    let scene = try PushScene()
    #expect(try scene.push("main:gone").exitCode == 0)
    #expect(try scene.push(":gone").exitCode == 0)
    #expect(try scene.held("gone") == nil)
    let bad = try scene.clone.work("bad")
    try scene.clone.git(["notes", "--ref=execplan", "add", "-m", "ExecPlan: none", bad])
    #expect(try scene.push("refs/notes/execplan", "\(bad):refs/for/main").exitCode == 0)
    #expect(try scene.push("--delete", "refs/notes/execplan", "nothing").exitCode != 0)
  }

  @Test func aNoteThatComesInTheSamePushSpeaksForACommit() throws {
    let scene = try PushScene()
    let bad = try scene.clone.work("bad")
    let good = try scene.clone.work("good", plan: 1)
    func link(_ words: String...) throws {
      _ = try scene.clone.succeeding(scene.clone.execplan(words))
    }
    try link("link", bad, Scratch.planID(1))
    #expect(try scene.push("main").isRefused)
    #expect(try scene.push("main", "refs/notes/execplan").exitCode == 0)
    // A note that was pushed before counts, and takes back what a message says.
    let second = try scene.clone.work("bad too")
    try link("link", second, Scratch.planID(1))
    #expect(try scene.push("refs/notes/execplan").exitCode == 0)
    #expect(try scene.push("main").exitCode == 0)
    let third = try scene.clone.work("denied", plan: 1)
    try link("unlink", third, good, Scratch.planID(1))
    #expect(try scene.push("main", "refs/notes/execplan").isRefused)
    try scene.clone.git(["commit", "--quiet", "--amend", "-m", "x\n\nExecPlan: none"])
    #expect(try scene.push("main", "refs/notes/execplan").exitCode == 0)
  }

  @Test(arguments: [["tag", "v1"], ["tag", "-a", "-m", "one", "v1"]])
  func aTagOfKnownCommitsBringsNothing(words: [String]) throws {
    let scene = try PushScene()
    try scene.configure("execplan.protected", "*")
    try scene.configure("execplan.protected", "refs/tags/*", adding: true)
    try scene.clone.git(words)
    #expect(try scene.push("v1").exitCode == 0)
    try scene.clone.work("bad")
    try scene.clone.git(words.dropLast() + ["v2"])
    #expect(try scene.push("v2").isRefused)
    // A tag of a tag, and tags of what is no commit.
    try scene.clone.git(["tag", "-a", "-m", "x", "nested", "v2"])
    #expect(try scene.push("nested").isRefused)
    try scene.clone.git(["tag", "-a", "-m", "x", "tree", "HEAD^{tree}"])
    try scene.clone.git(["tag", "blob", "HEAD:README"])
    #expect(try scene.push("tree", "blob").exitCode == 0)
  }

  @Test func whatATagBroughtUnjudgedIsJudgedOnABranch() throws {
    let scene = try PushScene()
    try scene.clone.work("bad")
    try scene.clone.git("tag v1")
    #expect(try scene.push("v1").exitCode == 0)
    #expect(try scene.push("main").isRefused)
    #expect(try scene.push("main:refs/heads/x").isRefused)
  }

  @Test func theConfigurationSaysWhichBranchesAreJudged() throws {
    let scene = try PushScene()
    try scene.configure("execplan.protected", "main")
    try scene.configure("execplan.protected", "release/*", adding: true)
    try scene.clone.work("bad")
    #expect(try scene.push("main:topic").exitCode == 0)
    #expect(try scene.push("main:release/1").isRefused)
    // Though a branch that is not protected has it already.
    #expect(try scene.push("main").isRefused)
    try scene.clone.git(["config", "--unset-all", "execplan.protected"], in: scene.server)
    try scene.configure("execplan.protected", "!wip/*")
    try scene.clone.work("bad too")
    #expect(try scene.push("main:wip/x").exitCode == 0)
    #expect(try scene.push("main:topic").isRefused)
  }

  @Test func oneBadReferenceOfSeveralRefusesThemAll() throws {
    let scene = try PushScene()
    try scene.clone.git("switch --quiet -c good")
    try scene.clone.work("good", plan: 1)
    try scene.clone.git("switch --quiet -c bad main")
    try scene.clone.work("bad")
    let outcome = try scene.push("good", "bad", ":main", "good:copy")
    #expect(outcome.isRefused)
    #expect(outcome.remoteLines.first == "error: 1 of 2 new commits is refused")
    #expect(try scene.held("good") == nil)
    #expect(try scene.held("main") != nil)
    #expect(try scene.push("good", "good:copy").exitCode == 0)
  }

  @Test func aMergeBringsItsSide() throws {
    let scene = try PushScene()
    try scene.clone.git("switch --quiet -c topic")
    try scene.clone.work("bad")
    try scene.clone.git("switch --quiet main")
    try scene.clone.work("good", plan: 1)
    try scene.clone.git("merge --quiet --no-ff topic")
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    #expect(outcome.remoteLines.first == "error: 1 of 3 new commits is refused")
    #expect(outcome.remoteLines.contains { $0.hasPrefix("  git rebase -i") })
  }

  @Test func fixupsAreRefusedUnlessTheServerAllowsThem() throws {
    let scene = try PushScene()
    try scene.clone.work("good", plan: 1)
    try scene.clone.git("commit --quiet --allow-empty --fixup=HEAD")
    let outcome = try scene.push("main")
    #expect(outcome.isRefused)
    #expect(outcome.errors.contains("[fixup-commit]"))
    #expect(outcome.remoteLines.contains { $0.hasPrefix("  git rebase -i --autosquash") })
    try scene.configure("execplan.exempt.fixup", "true")
    let second = try scene.push("main")
    #expect(second.exitCode == 0, "\(second.errors)")
  }

  @Test func aRuleThatOnlyWarnsRefusesNothing() throws {
    let scene = try PushScene()
    try scene.configure("execplan.check.missing-id", "warn")
    try scene.clone.work("bad")
    let outcome = try scene.push("main")
    #expect(outcome.exitCode == 0)
    #expect(outcome.remoteLines.first == "warning: 1 of 1 new commit breaks a rule")
    try scene.configure("execplan.check.missing-id", "off")
    try scene.clone.work("bad too")
    #expect(try scene.push("main").remoteLines.isEmpty)
  }

  @Test func aReplacementHidesNoCommit() throws {
    let scene = try PushScene()
    let old = try scene.clone.git("rev-parse HEAD")
    try scene.clone.work("bad")
    let tip = try scene.clone.work("good", plan: 1)
    // Seen through the replacement, the tip's parent is the old commit.
    let tree = try scene.clone.git("rev-parse HEAD^{tree}")
    let other = try scene.clone.git([
      "commit-tree", "-p", old, "-m", "x\n\nExecPlan: none", tree,
    ])
    try scene.clone.git(["replace", tip, other])
    #expect(try scene.push("refs/replace/*:refs/replace/*").exitCode == 0)
    #expect(try scene.push("main").remoteLines.first == "error: 1 of 2 new commits is refused")
  }

  @Test func manyCommitsAreCountedAndLinesAreShort() throws {
    let scene = try PushScene()
    for number in 1...12 { try scene.clone.work("bad \(number)") }
    try scene.clone.commit(
      "\u{1B}[31m\u{202E} \(String(repeating: "long ", count: 40))\n\nMilestone: "
        + "\(Scratch.planID(1))/MS009\nExecPlan: EP-\(String(repeating: "9", count: 90))", file: "x"
    )
    let outcome = try scene.push("main:refs/heads/\u{F6}dd-;$(x)")
    #expect(outcome.isRefused)
    let lines = outcome.remoteLines
    #expect(lines.first == "error: 13 of 13 new commits are refused")
    #expect(lines.contains("  and 3 more"))
    #expect(lines.allSatisfy { $0.count < 70 }, "\(lines)")
    #expect(!outcome.errors.contains("\u{1B}"))
    try scene.clone.git("reset --quiet --hard HEAD~12")
    try scene.clone.git("reset --quiet --hard HEAD@{1}")
    try scene.clone.git(["rebase", "--quiet", "--onto", "HEAD~12", "HEAD~"])
    let last = try scene.push("main")
    #expect(last.remoteLines.allSatisfy { $0.count < 70 }, "\(last.remoteLines)")
    #expect(last.errors.contains("\\x1b[31m\\u{202e} long long"))
  }
}
