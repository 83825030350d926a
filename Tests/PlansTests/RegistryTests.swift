import GitModel
import Plans
import Testing

struct RegistryTests {
  private func read(_ documents: [(String, String)]) throws -> [PlanDocument.ReadResult] {
    try documents.map { try Fixtures.read($0.1, at: ".agent/exec_plans/" + $0.0) }
  }

  @Test func theFileIsThatOfAgentrules() throws {
    let result = Registry.build(
      try read([
        ("active/search/EP-20260402-003_search.md", Fixtures.dumped),
        ("cache/EP-20260117-014_cache.md", Fixtures.handWritten),
      ]))
    #expect(result.findings.isEmpty)
    let text = String(decoding: try #require(result.bytes), as: UTF8.self)
    let first = #"""
      {
        "plans": [
          {
            "breaking": false,
            "created": "2026-01-17",
            "depends_on": [],
            "domain": "backend",
            "id": "EP-20260117-014",
            "kind": "feature",
            "links": {
              "docs": "",
              "issue": "",
              "pr": ""
            },
            "migration": false,
            "owner": "@ada",
            "path": ".agent/exec_plans/cache/EP-20260117-014_cache.md",
            "risk": "med",
            "status": "planned",
            "supersedes": [],
            "tags": [
              "cache",
              "web"
            ],
            "title": "Cache the r\u00e9sum\u00e9 page",
            "touches": [
              "api",
              "db"
            ],
            "updated": "2026-01-18"
          },
      """#
    #expect(text.hasPrefix(first))
    #expect(text.hasSuffix("\n    }\n  ],\n  \"schema_version\": 1\n}\n"))
    #expect(text.contains("\"migration\": null,"))
  }

  @Test func anEmptyFolderHasAnEmptyRegistry() {
    let expected = "{\n  \"plans\": [],\n  \"schema_version\": 1\n}\n"
    #expect(Registry.build([]).bytes == Array(expected.utf8))
  }

  /// A field of the front matter, and what Python's `str` makes of it in the file.
  @Test(arguments: [
    (
      "tags", "[1, 2.50, yes, null, 2026-04-01, 0x1F, 1:30, 010]",
      ["1", "2.5", "True", "None", "2026-04-01", "31", "90", "8"]
    ),
    ("tags", "'[a, \"b, c\", ]'", ["a", "b, c"]),
    ("tags", "[[a, 1], {b: ~}, \"it's\"]", ["['a', 1]", "{'b': None}", "it's"]),
    ("title", "2026-04-01T10:20:30Z", ["2026-04-01 10:20:30+00:00"]),
    ("title", "2026-4-1 10:20:30.5 +02:00", ["2026-04-01 10:20:30.500000+02:00"]),
    ("title", "off", ["False"]), ("title", "-1_000", ["-1000"]), ("title", "1.0e+3", ["1000.0"]),
    (
      "links", "{pr: , docs: [a, \"b'c\", 2026-04-01], n: 12}",
      ["None", "['a', \\\"b'c\\\", datetime.date(2026, 4, 1)]", "12"]
    ),
    ("created", "2026-4-1", ["2026-4-1"]), ("created", "' 2026-04-01 '", ["2026-04-01"]),
  ])
  func oddValuesAreSpelledAsPythonDoes(key: String, value: String, expected: [String]) throws {
    let text = Fixtures.document("EP-20260402-001", ["updated": "2026-04-02", key: value])
    let result = Registry.build(try read([("a/EP-20260402-001.md", text)]))
    let file = String(decoding: try #require(result.bytes), as: UTF8.self)
    for item in expected { #expect(file.contains("\"\(item)\""), "\(file)") }
  }

  @Test func errorsLeaveNoFile() throws {
    let result = Registry.build(
      try read([("a/EP-20260402-001.md", Fixtures.document("EP-20260402-001", ["kind": "x"]))]))
    #expect(result.bytes == nil)
    #expect(result.findings.map(\.rule) == ["unknown-kind"])
  }

  @Test func warningsDoNotKeepTheFileBack() throws {
    let text = Fixtures.document("EP-20260402-001", ["status": "archived"])
    let result = Registry.build(try read([("a/EP-20260402-001.md", text)]))
    #expect(result.bytes != nil)
    #expect(result.findings.map(\.severity) == [.warning])
  }
}

struct RegistryFindingsTests {
  /// What the registry's rules say of plans together.
  private func among(_ documents: [PlanDocument.ReadResult]) -> [Finding] {
    Registry.build(documents).findings
  }

  /// Returns `rule path-number:line` for plans that depend on each other by their numbers.
  private func findings(
    _ dependencies: [[Int]], field: String = "depends_on"
  ) throws -> [String] {
    let documents = try dependencies.enumerated().map { index, targets in
      let id = "EP-20260117-00\(index + 1)"
      let list = targets.map { "EP-20260117-00\($0)" }.joined(separator: ", ")
      return try Fixtures.read(
        Fixtures.document(id, [field: "[\(list)]"]), at: ".agent/exec_plans/\(index)/\(id).md")
    }
    return among(documents).map {
      "\($0.rule) \($0.path.name.dropLast(3).suffix(1))"
    }
  }

  @Test func referencesMustExist() throws {
    #expect(try findings([[2], []]).isEmpty)
    #expect(try findings([[9], []]) == ["unknown-reference 1"])
    #expect(try findings([[], [9]], field: "supersedes") == ["unknown-reference 2"])
  }

  @Test func plansThatDependOnThemselvesAreTold() throws {
    #expect(try findings([[1]]) == ["self-reference 1"])
    #expect(try findings([[2], [1]]) == ["dependency-cycle 1"])
    #expect(
      try findings([[2], [3], [2], [5], [6], [4, 1]]) == [
        "dependency-cycle 2", "dependency-cycle 4",
      ])
    #expect(try findings([[2, 3], [4], [4], []]).isEmpty)
    #expect(try findings([[2], [1]], field: "supersedes").isEmpty)
  }

  @Test func anIDIsUsedOnce() throws {
    let documents = try ["b", "a"].map {
      try Fixtures.read(
        Fixtures.document("EP-20260117-001"), at: ".agent/exec_plans/\($0)/EP-20260117-001.md")
    }
    let found = among(documents)
    #expect(found.map(\.rule) == ["duplicate-id"])
    #expect(found.first?.path.description == ".agent/exec_plans/b/EP-20260117-001.md")
    #expect(found.first?.message.contains("/a/") == true)
    #expect(found.first?.line == 2)
  }

  @Test func malformedReferencesAreErrors() throws {
    let text = Fixtures.document("EP-20260117-001", ["depends_on": "[EP-1, x]"])
    let found = among([
      try Fixtures.read(text, at: ".agent/exec_plans/a/EP-20260117-001.md")
    ])
    #expect(found.map(\.rule) == ["invalid-reference", "invalid-reference"])
    #expect(found.map(\.column) == [14, 20])
  }

  @Test func longChainsCostNoStack() throws {
    let documents = try (1...999).map { number in
      let id = try #require(PlanID(day: 20_260_117, sequence: number)).description
      let next = try #require(PlanID(day: 20_260_117, sequence: number % 999 + 1)).description
      return try Fixtures.read(
        Fixtures.document(id, ["depends_on": next]), at: ".agent/exec_plans/a/\(id).md")
    }
    #expect(among(documents).map(\.rule) == ["dependency-cycle"])
  }
}
