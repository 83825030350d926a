import GitModel
import Plans
import Testing

struct NamesakesTests {
  private static let id = "EP-20260101-001"

  private static func document(_ title: String, _ lines: String...) -> [UInt8] {
    let text = "---\nid: \(id)\ntitle: \(title)\n---\n\n# \(title)\n\n## Progress\n\n"
    return Array((text + lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func path(_ text: String) throws -> RepositoryPath {
    try #require(RepositoryPath(text))
  }

  /// Documents a and b, told apart by name and title.
  private func namesakes() throws -> Namesakes {
    var namesakes = Namesakes()
    namesakes.add(try Self.path("x/a/\(Self.id)_a.md"), Self.document("Alpha", "- [ ] one"))
    namesakes.add(try Self.path("x/b/\(Self.id)_b.md"), Self.document("Beta", "- [ ] two"))
    return namesakes
  }

  @Test(
    arguments: [
      ("x/a/EP-20260101-001_a.md", "Alpha", 0), ("y/2026/EP-20260101-001_b.md", "Beta", 1),
      ("x/c/EP-20260101-001_c.md", "Beta", 1), ("x/a/EP-20260101-001_a.md", "Another", 0),
      ("x/c/EP-20260101-001_c.md", "Gamma", nil), ("EP-20260102-009_a.md", "Gamma", 0),
    ] as [(String, String, Int?)])
  func nameOrTitleTell(path: String, title: String, expected: Int?) throws {
    #expect(
      try namesakes().position(of: Self.path(path), Self.document(title)) == expected)
  }

  /// A file that has the name of one document and the title of the other.
  @Test(
    arguments: [
      (["- [ ] one"], 0), (["- [ ] two"], 1), (["other"], nil), (["- [ ] one", "- [ ] two"], nil),
    ]
      as [([String], Int?)])
  func linesTellWhereNameAndTitleDoNot(lines: [String], expected: Int?) throws {
    let bytes = Self.document("Beta") + Array(lines.joined(separator: "\n").utf8)
    #expect(
      try namesakes().position(of: Self.path("x/a/\(Self.id)_a.md"), bytes) == expected)
  }

  @Test func documentsOfOneNameAndTitleAreToldApartByTheirLines() throws {
    var namesakes = Namesakes()
    for line in ["mine", "theirs"] {
      namesakes.add(try Self.path("\(line)/\(Self.id)_a.md"), Self.document("Alpha", line))
    }
    let path = try Self.path("a/\(Self.id)_a.md")
    #expect(namesakes.position(of: path, Self.document("Alpha", "theirs", "more")) == 1)
    #expect(namesakes.position(of: path, Self.document("Alpha", "new")) == nil)
  }
}
