import GitModel
import Testing

/// What messages of every forge say of pull requests and merged branches.
@Suite struct PullRequestMentionTests {
  /// A message and what it says: `12 github,gitea certain`, then merged branches.
  private func read(_ message: String) -> [String] {
    let bytes = Array(message.utf8)
    let merge = MergeMessage(message: bytes)
    let mentions = bytes.withUnsafeBytes { PullRequestMentions.all(in: $0, merge: merge) }
    return mentions.map { mention in
      var words = ["\(mention.number)", mention.forges.map(\.rawValue).joined(separator: "+")]
      if mention.place == .trailer { words.append("trailer") }
      if let host = mention.host { words.append("at \(host)") }
      if let project = mention.project { words.append("of \(project)") }
      if let source = mention.source { words.append("from \(source)") }
      if !mention.isCertain { words.append("uncertain") }
      return words.joined(separator: " ")
    } + (merge?.branches.map { "branch \($0.name)" } ?? [])
  }

  @Test(
    "Titles of merges and squash commits",
    arguments: [
      ("Merge pull request #12 from mara/ep/x", ["12 github+gitea from mara", "branch ep/x"]),
      ("Merge pull request #12 from mara/x (#34)", ["34 github+gitea uncertain"]),
      ("Merge pull request #12 Fix things", ["12 github+gitea"]),
      ("Merge pull request #12, fix things", ["12 github+gitea"]),
      ("Merge pull request #12", ["12 github+gitea"]),
      ("Title (#12)", ["12 github+gitea uncertain"]),
      ("Title (#3) \r\n", ["3 github+gitea uncertain"]),
      ("Revert \"X (#1)\" (#2)", ["2 github+gitea uncertain"]),
      ("[1.x] Backport (#1) (#2)", ["2 github+gitea uncertain"]),
      ("A title in\ntwo lines (#2)", ["2 github+gitea uncertain"]),
      ("Title (!12)", ["12 gitlab"]),
      ("Merge pull request 'T' (#5) from topic into main", ["5 gitea", "branch topic"]),
      (
        "Merge pull request 'T' (#5) from mara/shop:topic into main",
        ["5 gitea from mara/shop", "branch topic"]
      ),
      (
        "Merge pull request 'Revert 'T' (#3) from a into b' (#5) from topic into main",
        ["5 gitea", "branch topic"]
      ),
      ("Merged in mara/ep/x (pull request #7)", ["7 bitbucket", "branch mara/ep/x"]),
      ("Pull request #8: Title", ["8 bitbucket-server"]),
      (
        "Merge pull request #8 in PROJ/shop from feature/x to master",
        ["8 bitbucket-server of PROJ/shop", "branch feature/x"]
      ),
      ("Merged PR 101: Title", ["101 azure"]),
      ("Merged PR 101: [x] Merged PR 99: Title", ["101 azure"]),
      ("Merged PR 101: Title (#9)", ["101 azure", "9 github+gitea uncertain"]),
      ("Merge pull request 6 from users/me/x into main", ["6 azure", "branch users/me/x"]),
      ("Auto merge of #44 - mara:topic, r=ann", ["44 github from mara", "branch topic"]),
      ("Rollup merge of #44 - mara:topic, r=ann,bob", ["44 github from mara", "branch topic"]),
      (
        "auto merge of #44 : mara/shop/topic/2, r=ann",
        ["44 github from mara/shop", "branch topic/2"]
      ),
      ("Merge #44", ["44 github"]),
      ("Merge \"Subject (#3)\"", []), ("Merge \"Subject\" into stable/x", []),
      ("Merge topic 'ep/x'", ["branch ep/x"]), ("Merge topic 'x' into release", ["branch x"]),
      ("Title (#12) more", []), ("Title #12", []), ("Title (#)", []), ("Title (#1a)", []),
      ("Title (12)", []), ("", []), (")", []), ("Title (#99999999999999999999)", []),
      ("Title (#0)", []), ("Merge branch 'x'", ["branch x"]),
    ])
  func titles(_ message: String, _ expected: [String]) { #expect(read(message) == expected) }

  @Test(
    "Lines below the title",
    arguments: [
      (
        "Merge branch 'x' into 'main'\n\nTitle\n\nSee merge request group/sub/proj!9\n",
        ["9 gitlab of group/sub/proj", "branch x"]
      ),
      ("Title\n\nSee merge request !9", ["9 gitlab"]),
      ("T\n\nSee merge request a/b!1\n\nSee merge request a/b!2\n", ["2 gitlab of a/b"]),
      (
        "Pull request #8: T\n\nMerge in PROJ/shop from ep/x to main\n\n* commit 'a':\n  t\n",
        ["8 bitbucket-server of PROJ/shop", "branch ep/x"]
      ),
      (
        "Pull request #8: T\n\nMerge in PROJ/shop from ~ME/shop:ep/x to main\n",
        ["8 bitbucket-server of PROJ/shop", "branch ep/x"]
      ),
      (
        "T\n\nPart-of: <https://gitlab.x.org/g/s/p/-/merge_requests/77>",
        ["77 gitlab trailer at gitlab.x.org of g/s/p"]
      ),
      (
        "T\n\nReviewed-on: https://git.x.org/o/n/pulls/3",
        ["3 gitea trailer at git.x.org of o/n"]
      ),
      (
        "T\n\nChange-Id: I1\nReviewed-on: https://r.x.org/c/p/q/+/815\nReviewed-by: A <a@x>\n",
        ["815 gerrit trailer at r.x.org of p/q"]
      ),
      (
        "T\n\nReviewed-on: https://r.x.org/1\n(cherry picked from commit 1)\n"
          + "Reviewed-on: https://r.x.org/c/2/3\n",
        ["2 gerrit trailer at r.x.org", "1 gerrit trailer at r.x.org"]
      ),
      ("T\n\nGitHub-Pull-Request: o/n#5", ["5 github+gitea trailer of o/n"]),
      (
        "T (#4)\n\nPull Request resolved: https://github.com/o/n/pull/5",
        ["4 github+gitea uncertain", "5 github trailer at github.com of o/n"]
      ),
      ("T\n\nPR-URL: #5\n", ["5 github+gitea trailer"]),
      ("Merge topic 'x'\n\nMerge-request: !12", ["12 gitlab+azure trailer", "branch x"]),
      (
        "T\n\npart-of: https://bitbucket.org/w/r/pull-requests/6/diff",
        ["6 bitbucket trailer at bitbucket.org of w/r"]
      ),
      ("T\n\n    Reviewed-on: https://r.x.org/c/p/+/1", []),
      ("T\n\nReviewed-on: yesterday\nPart-of: the plan\nPR-URL: x y#3\nSee merge request", []),
      ("Revert \"Merge branch 'x' into 'main'\"\n\nThis reverts merge request !9", []),
    ])
  func lines(_ message: String, _ expected: [String]) { #expect(read(message) == expected) }

  @Test(
    "Addresses of pull requests",
    arguments: [
      ("https://github.com/o/n/pull/12/files#r1", "github github.com o/n 12"),
      ("http://GIT.x.org:8080/o/n/pulls/12", "gitea git.x.org o/n 12"),
      ("https://x.org/g/p/merge_requests/12", "gitlab x.org g/p 12"),
      ("https://x.org/g/s/p/-/merge_requests/12/diffs?a=b", "gitlab x.org g/s/p 12"),
      (
        "https://x.org/projects/P/repos/r/pull-requests/12/overview",
        "bitbucket-server x.org P/r 12"
      ),
      ("https://x.org/ctx/users/me/repos/r/pull-requests/12", "bitbucket-server x.org ~me/r 12"),
      (
        "https://dev.azure.com/org/My%20P/_git/r/pullrequest/12",
        "azure dev.azure.com org/My%20P/_git/r 12"
      ),
      ("https://x.org/r/c/a/b/+/12/3", "gerrit x.org a/b 12"),
      ("https://x.org/#/c/12/", "gerrit x.org - 12"),
    ])
  func addresses(_ text: String, _ expected: String) throws {
    let address = try #require(PullRequestAddress(text))
    #expect(
      "\(address.forge.rawValue) \(address.host) \(address.project ?? "-") \(address.number)"
        == expected)
  }

  @Test(
    "Other addresses",
    arguments: [
      "", "https://github.com/o/n", "https://github.com/o/n/issues/12", "https://x.org/o/n/pull/x",
      "ftp://x.org/o/n/pull/1", "https:///o/n/pull/1", "https://x.org/o/pull/1",
      "https://x.org/-/merge_requests/1", "https://x.org/wiki/1", "#12",
    ])
  func otherAddresses(_ text: String) { #expect(PullRequestAddress(text) == nil) }
}
