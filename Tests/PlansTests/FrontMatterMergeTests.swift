import Plans
import Testing
import YAML

struct FrontMatterMergeTests {
  private func merge(_ base: String?, _ ours: String, _ theirs: String) throws -> FrontMatterMerge {
    func bytes(_ yaml: String) -> [UInt8] { Array("---\n\(yaml)\n---\nbody\n".utf8) }
    return try #require(
      FrontMatterMerge(base: base.map(bytes) ?? [], ours: bytes(ours), theirs: bytes(theirs)))
  }

  private func text(_ bytes: [UInt8]) -> String {
    String(String(decoding: bytes, as: UTF8.self).dropFirst(4).dropLast(10))
  }

  /// Front matter of the base, of ours, of theirs, and what comes out.
  @Test(arguments: [
    // A change beats no change.
    ("status: planned", "status: planned", "status: active", "status: active"),
    ("status: planned", "status: active", "status: planned", "status: active"),
    ("title: a\nkind: b", "title: x\nkind: b", "title: a\nkind: y", "title: x\nkind: y"),
    ("breaking: false", "breaking: no", "breaking: true", "breaking: true"),
    ("risk: low\nbreaking: false", "risk: low", "risk: high\nbreaking: false", "risk: high"),
    ("x: 1", "x: 1", "x: 2", "x: 2"), ("x: ~", "x: ~", "x: \"\"", "x: \"\""),
    // The later day.
    ("updated: 2026-01-01", "updated: 2026-01-03", "updated: 2026-01-02", "updated: 2026-01-03"),
    ("updated: 2026-01-01", "updated: 2026-01-02", "updated: '2026-01-03'", "updated: 2026-01-03"),
    ("updated: 2026-01-05", "updated: 2026-01-05", "updated: 2026-01-02", "updated: 2026-01-02"),
    // The status that has come further.
    ("status: planned", "status: active", "status: done", "status: done"),
    ("status: active", "status: archived", "status: done", "status: archived"),
    ("status: planned", "status: active", "status: paused", "status: paused"),
    ("status: active", "status: paused", "status: planned", "status: paused"),
    ("status: paused", "status: active", "status: done", "status: done"),
    ("status: done", "status: archived", "status: done", "status: archived"),
    ("status: in_progress", "status: completed", "status: blocked", "status: completed"),
    ("status: planned", "status: blocked", "status: in_progress", "status: blocked"),
    // Lists as sets.
    ("tags: [a]", "tags: [a, b]", "tags: [a, c]", "tags: [a, b, c]"),
    ("tags: [a, b]", "tags: [b]", "tags: [a, b, c]", "tags: [b, c]"),
    ("tags: [a, b]", "tags: [a]", "tags: [b]", "tags: []"),
    ("tags: [a]", "tags: [a, x]", "tags: [b, a]", "tags: [b, a, x]"),
    ("tags: []", "tags: [b]", "tags: [b, c]", "tags: [b, c]"),
    ("tags: [a]", "tags: [a]", "tags: [b, a]", "tags: [b, a]"),
    ("tags:\n- a\nx: 1", "tags:\n- a\n- b\nx: 1", "tags:\n- c\nx: 1", "tags:\n- b\n- c\nx: 1"),
    // A map, key by key.
    (
      "links:\n  issue: a\n  pr: ''", "links:\n  issue: b\n  pr: ''",
      "links:\n  issue: a\n  pr: '#1'",
      "links:\n  issue: b\n  pr: '#1'"
    ),
    ("links: {pr: \"\"}", "links: {pr: \"#1\"}", "links: {pr: \"#2\"}", "links: {pr: \"#1, #2\"}"),
    ("links: {pr: }", "links: {pr: \"#1\"}", "links: {pr: \"#2\"}", "links: {pr: \"#1, #2\"}"),
    (
      "links: {pr: \"#1\"}", "links: {pr: \"#1, !2\"}", "links: {pr: \"https://h/p/3\"}",
      "links: {pr: \"!2, https://h/p/3\"}"
    ),
  ])
  func keysAreMergedOneByOne(base: String, ours: String, theirs: String, expected: String) throws {
    let merge = try merge(base, ours, theirs)
    #expect(merge.conflicts == [])
    #expect(text(merge.ours) == expected)
    #expect([merge.base, merge.ours, merge.theirs].allSatisfy(merge.accepts))
  }

  /// What somebody has just written about a value does not go with the value: the merge of lines asks.
  @Test(arguments: [
    ("risk: low\nx: 1", "risk: low  # why\nx: 1", "x: 1"),
    ("tags:\n- a\n- b", "tags:\n- a\n- b  # keep", "tags:\n- a"),
    ("tags: [\n a,\n b,\n ]", "tags: [\n a,\n b, # keep\n ]", "tags: [\n a,\n ]"),
  ])
  func aNewCommentIsNotTakenAway(base: String, ours: String, theirs: String) throws {
    let merged = try merge(base, ours, theirs)
    #expect(text(merged.ours) == ours)
    let turned = try merge(base, theirs, ours)
    #expect(text(turned.theirs) == ours)
  }

  @Test func threeSpellingsBecomeOne() throws {
    let merged = try merge(
      "links: {pr: \"\"}\nrisk: low", "links: {pr: '#1'}\nrisk: 'med'",
      "links: {pr: \"#1\"}\nrisk: med")
    #expect(text(merged.ours) == "links: {pr: '#1'}\nrisk: 'med'")
    // Two that are alike are enough: the third is the change.
    #expect(merged.theirs == merged.base || merged.ours == merged.base)
    let bare = try merge("risk: low", "risk: 'med'", "risk: \"med\"")
    #expect(bare.base == bare.ours)
  }

  @Test func anOldCommentGoesWithItsValue() throws {
    let merged = try merge("risk: low  # why\nx: 1", "risk: low  # why\nx: 2", "x: 1")
    #expect(text(merged.ours) == "x: 2")
  }

  /// Front matter of the base, of ours, of theirs, and the keys that a person has to decide.
  @Test(
    arguments: [
      ("title: a", "title: b", "title: c", ["title"]), (nil, "title: b", "title: c", ["title"]),
      ("status: done", "status: active", "status: archived", ["status"]),
      ("status: planned", "status: active", "status: lost", ["status"]),
      ("updated: 2026-01-01", "updated: soon", "updated: 2026-01-02", ["updated"]),
      ("risk: low", "risk: med", "# none", ["risk"]),
      ("links: {a: 1}", "links: {a: 2}", "links: {a: 3}", ["links.a"]),
      ("links: {pr: \"\"}", "links: {pr: none}", "links: {pr: \"#2\"}", ["links.pr"]),
      ("tags: [a]", "tags: {a: b}", "tags: [a, b]", ["tags"]),
    ] as [(String?, String, String, [String])])
  func aPersonDecides(base: String?, ours: String, theirs: String, keys: [String]) throws {
    let merge = try merge(base, ours, theirs)
    #expect(merge.conflicts == keys)
    #expect(text(merge.ours) == ours)
  }

  @Test func bothSidesMayHaveAddedTheFile() throws {
    let merge = try merge(
      nil, "tags: [a]\nupdated: 2026-01-02\nstatus: active",
      "tags: [b]\nupdated: 2026-01-03\nstatus: done")
    let expected = "tags: [a, b]\nupdated: 2026-01-03\nstatus: done"
    #expect(text(merge.ours) == expected)
    #expect(text(merge.theirs) == expected)
    #expect(merge.base == [])
  }

  @Test func aDocumentThatWasWrittenAnewKeepsItsStyleAndBothValues() throws {
    let ours = Fixtures.handWritten.replacing("[cache, \"web\"]", with: "[cache, \"web\", new]")
    let dumped = Fixtures.handWritten.replacing(
      "tags: [cache, \"web\"]", with: "tags:\n- cache\n- 'web'"
    )
    .replacing("updated: 2026-01-18  # bump me", with: "updated: '2026-02-01'")
    let merge = try #require(
      FrontMatterMerge(
        base: Array(Fixtures.handWritten.utf8), ours: Array(ours.utf8), theirs: Array(dumped.utf8)))
    // Nothing is left of what ours changed, so the lines of theirs win.
    #expect(
      String(decoding: merge.base, as: UTF8.self) == String(decoding: merge.ours, as: UTF8.self))
    #expect(
      String(decoding: merge.theirs, as: UTF8.self)
        == dumped.replacing("- 'web'", with: "- 'web'\n- 'new'"))
  }

  @Test(arguments: [
    "no front matter", "---\na: [\n---\n", "---\na: b\n---\nbody\0\n", "---\na: b\n",
  ])
  func whatCannotBeReadIsNotMerged(text: String) {
    let good = Array("---\na: b\n---\n".utf8)
    #expect(FrontMatterMerge(base: good, ours: Array(text.utf8), theirs: good) == nil)
    #expect(FrontMatterMerge(base: good, ours: good, theirs: Array(text.utf8)) == nil)
    #expect(FrontMatterMerge(base: Array(text.utf8), ours: good, theirs: good) == nil)
  }
}
