import GitModel
import Testing

@Suite struct PullReferenceTests {
  private func words(_ reference: PullReference?) -> String? {
    reference.map { "\($0.layout.rawValue) \($0.number) \($0.side)" }
  }

  @Test(
    "References of forges",
    arguments: [
      ("refs/pull/12/head", "pull 12 head"), ("refs/pull/12/merge", "pull 12 merge"),
      ("refs/merge-requests/12/head", "merge-requests 12 head"),
      ("refs/pull-requests/12/from", "pull-requests 12 head"),
      ("refs/changes/05/1205/3", "changes 1205 patchSet(3)"),
      ("refs/changes/05/1206/3", nil), ("refs/changes/05/1205/meta", nil),
      ("refs/pull/12", nil), ("refs/pull/x/head", nil), ("refs/pull/12/head/x", nil),
      ("refs/pull/0/head", nil), ("refs/heads/pull/12/head", nil), ("pull/12/head", nil),
    ] as [(String, String?)])
  func names(_ name: String, _ expected: String?) {
    #expect(words(PullReference(name: name)) == expected)
  }

  @Test(
    "Copies as people fetch them",
    arguments: [
      ("pr/12", "pull 12 head"), ("pull/12", "pull 12 head"), ("pull/12/head", "pull 12 head"),
      ("pull/12/merge", "pull 12 merge"), ("mr/12", "merge-requests 12 head"),
      ("merge-requests/12", "merge-requests 12 head"),
      ("pull-requests/12/from", "pull-requests 12 head"),
      ("changes/05/1205/3", "changes 1205 patchSet(3)"),
      ("pr/fix-12", nil), ("pr/12/x", nil), ("feature/12", nil), ("pr", nil), ("12", nil),
    ] as [(String, String?)])
  func copies(_ name: String, _ expected: String?) {
    #expect(words(PullReference(copy: name)) == expected)
  }

  @Test(
    "What a fetch rule copied",
    arguments: [
      ("+refs/pull/*/head:refs/remotes/o/pr/*", "refs/remotes/o/pr/12", "refs/pull/12/head"),
      ("refs/pull/*:refs/remotes/o/pull/*", "refs/remotes/o/pull/1/head", "refs/pull/1/head"),
      ("+refs/*:refs/*", "refs/pull/1/head", "refs/pull/1/head"),
      ("refs/pull/1/head:refs/heads/one", "refs/heads/one", "refs/pull/1/head"),
      ("refs/pull/1/head:refs/heads/one", "refs/heads/on", nil),
      ("+refs/pull/*/head:refs/remotes/o/pr/*/x", "refs/remotes/o/pr/x", nil),
      ("+refs/pull/*/head:refs/remotes/o/pr/*", "refs/remotes/p/pr/12", nil),
    ] as [(String, String, String?)])
  func rules(_ rule: String, _ name: String, _ source: String?) throws {
    #expect(try #require(FetchRule(rule)).source(of: name) == source)
  }

  @Test(
    "Values that copy nothing",
    arguments: ["", "refs/heads/x", "^refs/pull/*", "a:", ":b", "a/*:b"])
  func otherRules(_ rule: String) { #expect(FetchRule(rule) == nil) }
}
