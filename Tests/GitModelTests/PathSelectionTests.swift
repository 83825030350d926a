import GitModel
import Testing

@Suite struct PathSelectionTests {
  private let selection = PathSelection(
    [".agent/exec_plans", "docs/plans/one.md", "top.md"].compactMap { RepositoryPath($0) })

  @Test(
    "How a path stands to the selection",
    arguments: [
      (".agent", PathSelection.Relation.above), (".agent/exec_plans", .inside),
      (".agent/other", .outside), ("docs", .above), ("docs/plans", .above),
      ("docs/plans/one.md", .inside), ("docs/plans/two.md", .outside), ("top.md", .inside),
      ("top", .outside), ("", .outside), ("docs/plan", .outside),
    ])
  func relation(_ path: String, _ expected: PathSelection.Relation) {
    #expect(selection.relation(of: path) == expected)
  }

  @Test(
    "Whether a path is selected",
    arguments: [
      (".agent/exec_plans", true), (".agent/exec_plans/a/b.md", true), (".agent", false),
      (".agent/exec_plans2", false), ("docs/plans/one.md", true), ("docs/plans/one.md/x", true),
      ("docs/plans", false), ("a/top.md", false), ("top.md", true),
    ])
  func contains(_ path: String, _ expected: Bool) throws {
    #expect(selection.contains(try #require(RepositoryPath(path))) == expected)
  }

  @Test("An empty selection holds nothing")
  func empty() throws {
    let empty = PathSelection(EmptyCollection())
    #expect(empty.relation(of: "a") == .outside)
    #expect(!empty.contains(try #require(RepositoryPath("a"))))
  }

  @Test("A folder that is selected after something below it wins")
  func widened() throws {
    var selection = PathSelection([try #require(RepositoryPath("a/b/c"))])
    #expect(selection.relation(of: "a") == .above)
    selection.insert(try #require(RepositoryPath("a")))
    #expect(selection.relation(of: "a") == .inside)
  }
}
