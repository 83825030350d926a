import Foundation
import GitFiles
import GitModel
import TestSupport
import Testing

@testable import GitStore

@Suite struct ReferencesTests {
  @Test("HEAD before the first commit, on a branch, detached, and on a branch that is gone")
  func head() throws {
    let scratch = try ScratchRepository()
    #expect(try scratch.open().head() == .unborn(reference: "refs/heads/main"))
    let one = try scratch.commit("one")
    let id = try scratch.id(one)
    #expect(try scratch.open().head() == .branch(reference: "refs/heads/main", commit: id))
    try scratch.git("switch -q -c feature/EP-1")
    #expect(try scratch.open().head().branchName == "feature/EP-1")
    try scratch.git("pack-refs --all")
    #expect(try scratch.open().head().commit == id)
    try scratch.git("switch -q --detach")
    #expect(try scratch.open().head() == .detached(id))
    try scratch.git("symbolic-ref HEAD refs/heads/gone")
    #expect(try scratch.open().head() == .unborn(reference: "refs/heads/gone"))
  }

  @Test("In the middle of a rebase the branch is known", arguments: ["--merge", "--apply"])
  func rebase(_ backend: String) throws {
    let scratch = try ScratchRepository()
    try scratch.commit("base", text: "0")
    try scratch.git("switch -q -c topic/x")
    try scratch.commit("topic", text: "1")
    try scratch.git("switch -q main")
    try scratch.commit("main", text: "2")
    try scratch.git("switch -q topic/x")
    #expect(try scratch.open().state.rebasedBranch == nil)
    #expect(try scratch.tryGit(["rebase", backend, "main"]).exitCode != 0)
    let repository = try scratch.open()
    #expect(repository.state.rebasedBranch == "topic/x")
    #expect(try repository.head() == .detached(try scratch.id("main")))
    #expect(!repository.state.isMerging)
    try scratch.git("rebase --abort")
    #expect(try scratch.tryGit(["merge", "main"]).exitCode != 0)
    #expect(try scratch.open().state.isMerging)
    #expect(try scratch.open().state.rebasedBranch == nil)
  }

  @Test("Branches with upstreams, remotes with slashes, without origin/HEAD")
  func branches() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    for name in ["origin", "team/fork", "team"] {
      try scratch.git(["remote", "add", name, "https://example.com/" + name])
    }
    for name in ["origin/main", "origin/a/b", "team/fork/x", "team/y", "lost/z"] {
      try scratch.git(["update-ref", "refs/remotes/" + name, "HEAD"])
    }
    try scratch.git("symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main")
    try scratch.git("branch -q --set-upstream-to=origin/main main")
    try scratch.git("branch -q --track local main")
    // Git cannot tell by itself which of the two remotes holds team/fork/x.
    try scratch.git("branch -q z")
    try scratch.git("config branch.z.remote team/fork")
    try scratch.git("config branch.z.merge refs/heads/x")
    try scratch.git("branch -q Über/größe")
    try scratch.git("branch -q gone")
    try scratch.git("config branch.gone.remote origin")
    try scratch.git("config branch.gone.merge refs/heads/gone")
    let branches = try scratch.open().branches()
    let lines = try scratch.git([
      "for-each-ref", "--format=%(refname)%00%(objectname)%00%(upstream)%00%(symref)",
      "refs/heads", "refs/remotes",
    ]).split(separator: "\n").map { $0.split(separator: "\0", omittingEmptySubsequences: false) }
    let expected = lines.filter { $0[3].isEmpty }.map { "\($0[0]) \($0[1]) \($0[2])" }
    #expect(
      branches.map { "\($0.reference) \($0.head) \($0.upstream ?? "")" }.sorted()
        == expected.sorted())
    #expect(
      branches.map(\.shorthand).sorted() == [
        "gone", "local", "lost/z", "main", "origin/a/b", "origin/main", "team/fork/x", "team/y",
        "z", "Über/größe",
      ])
    let fork = try #require(branches.first { $0.shorthand == "team/fork/x" })
    #expect(fork.remote == "team/fork")
    #expect(fork.name == "x")
    #expect(branches.prefix(5).allSatisfy { $0.remote == nil })
  }

  @Test("Tags: light, annotated, nested; a tag of a tree or a blob is none")
  func tags() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    try scratch.git("tag light")
    try scratch.git(["tag", "-a", "-m", "x", "annotated"])
    let time = try scratch.git([
      "for-each-ref", "--format=%(taggerdate:unix)", "refs/tags/annotated",
    ])
    try scratch.git(["tag", "-a", "-m", "x", "nested", "annotated"])
    try scratch.git(["tag", "-a", "-m", "x", "tree", "HEAD^{tree}"])
    try scratch.git(["tag", "blob", "HEAD:file.txt"])
    try scratch.git(["tag", "sub/v1"])
    try scratch.commit("two")
    try scratch.git("pack-refs --all")
    let tags = try scratch.open().tags()
    #expect(tags.map(\.name) == ["annotated", "light", "nested", "sub/v1"])
    for tag in tags { #expect(tag.commit == (try scratch.id(tag.name + "^{commit}"))) }
    #expect(tags[0].taggerTime.map { String($0) } == time)
    #expect(tags[1].taggerTime == nil)
    #expect(tags[2].taggerTime.map { $0 > tags[0].taggerTime ?? 0 } == true)
  }

  @Test("Creating a branch leaves a reflog entry, and an existing one stays")
  func createBranch() throws {
    let scratch = try ScratchRepository()
    let one = try scratch.id(scratch.commit("one"))
    try scratch.git("config user.name Somebody")
    try scratch.git("config user.email somebody@example.com")
    try scratch.git("config core.logAllRefUpdates true")
    let two = try scratch.id(scratch.commit("two"))
    let repository = try scratch.open()
    try repository.createBranch("plan/EP-1", at: one, origin: "main")
    #expect(try scratch.id("refs/heads/plan/EP-1") == one)
    #expect(
      try scratch.git(["reflog", "show", "--format=%gs", "plan/EP-1"])
        == "branch: Created from main")
    let error = #expect(throws: GitError.self) {
      try repository.createBranch("plan/EP-1", at: two, origin: "main")
    }
    #expect(error?.code == .exists)
    #expect(error?.attempt == "create the branch plan/EP-1")
    #expect(try scratch.id("refs/heads/plan/EP-1") == one)
    #expect(throws: GitError.self) { try repository.createBranch("plan", at: one, origin: "x") }
    try repository.deleteBranch("plan/EP-1")
    #expect(try scratch.tryGit(["rev-parse", "--verify", "plan/EP-1"]).exitCode != 0)
  }

  @Test(
    "Branch names, as git check-ref-format --branch takes them",
    arguments: [
      "a", "a/b", "feature/EP-20260101-001", "-a", "a..b", "a b", "a~", "a^", "a:", "a?", "a*",
      "a[",
      "a.lock", ".a", "a/.b", "a/", "/a", "a//b", "a.", "@", "a@{b", "a\\b", "", "HEAD", "ü",
      "a/-b",
    ])
  func names(_ name: String) throws {
    let scratch = try ScratchRepository()
    let isValid =
      try scratch.tryGit(["branch", "--", name, "x"]).errors
      .contains("is not a valid branch name") == false
    #expect(Repository.isValidBranchName(name) == isValid)
  }

  @Test(
    "Revisions are read as git rev-parse reads them",
    arguments: [
      "HEAD", "main", "v1", "v1^{}", "HEAD~1", "HEAD^", "@", "main@{0}", ":/one", "HEAD^{/one}",
      "nowhere", "HEAD~9", "HEAD^{tree}", "HEAD:file.txt", "", "..", "-1", "--all",
    ])
  func revisions(_ revision: String) throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    try scratch.commit("two")
    try scratch.git(["tag", "-a", "-m", "x", "v1"])
    func resolve(_ revision: String) throws -> String? {
      let outcome = try scratch.tryGit([
        "rev-parse", "--verify", "--quiet", "--end-of-options", revision,
      ])
      return outcome.exitCode == 0 ? outcome.lines.last : nil
    }
    let expected = try resolve(revision).flatMap { try resolve($0 + "^{commit}") }
    #expect(try scratch.open().commit(named: revision)?.description == expected)
  }
}
