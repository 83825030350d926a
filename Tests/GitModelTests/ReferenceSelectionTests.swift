import GitModel
import Testing

@Suite struct ReferenceSelectionTests {
  @Test(
    "Patterns of references",
    arguments: [
      ([], "refs/heads/main", true), ([], "refs/heads/a/b", true), ([], "refs/tags/v1", false),
      ([], "refs/notes/execplan", false), ([], "refs/for/main", false),
      ([""], "refs/heads/main", true),
      (["main"], "refs/heads/main", true), (["main"], "refs/heads/mainline", false),
      (["main"], "refs/tags/main", false), (["main"], "refs/heads/x", false),
      (["main", "release/*"], "refs/heads/release/1.0", true),
      (["main", "release/*"], "refs/heads/release", false),
      (["refs/tags/*"], "refs/tags/v1", true), (["refs/tags/*"], "refs/heads/main", false),
      (["*", "refs/tags/v*"], "refs/tags/v1", true), (["refs/*"], "refs/notes/x", true),
      (["!wip/*"], "refs/heads/wip/x", false), (["!wip/*"], "refs/heads/main", true),
      (["*", "!wip/*"], "refs/heads/wip/x", false),
      (["*", "!wip/*", "wip/keep"], "refs/heads/wip/keep", true),
      (["!refs/heads/wip/*"], "refs/heads/wip/x", false), (["!"], "refs/heads/main", true),
    ] as [([String], String, Bool)])
  func patterns(_ patterns: [String], _ reference: String, _ expected: Bool) {
    #expect(ReferenceSelection(patterns: patterns).contains(reference) == expected)
  }
}
