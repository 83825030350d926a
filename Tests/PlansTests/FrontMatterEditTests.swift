import Plans
import Testing
import YAML

struct FrontMatterEditTests {
  private func set(_ changes: [FrontMatterChange], in text: String) throws -> String {
    String(decoding: try FrontMatterEdit.setting(changes, in: Array(text.utf8)), as: UTF8.self)
  }

  @Test func aHandWrittenDocumentKeepsItsStyle() throws {
    let edited = try set(
      [
        .status(.done), .updated(try #require(CalendarDate("2026-02-03"))), .pullRequest("#12"),
        FrontMatterChange("title", to: "Say \"hi\""),
      ], in: Fixtures.handWritten)
    let expected = Fixtures.handWritten
      .replacing("status: planned", with: "status: done")
      .replacing("updated: 2026-01-18  #", with: "updated: 2026-02-03  #")
      .replacing("pr: \"\"   #", with: "pr: \"#12\"   #")
      .replacing("\"Cache the résumé page\"  #", with: #""Say \"hi\""  #"#)
    #expect(edited == expected)
  }

  @Test func aDumpedDocumentKeepsItsStyle() throws {
    let edited = try set(
      [
        .updated(try #require(CalendarDate("2026-05-06"))), .pullRequest("!7"),
        FrontMatterChange("title", to: "It's: a # title"), FrontMatterChange("owner", to: "@o'b"),
      ], in: Fixtures.dumped)
    let expected = Fixtures.dumped
      .replacing("updated: '2026-04-03'", with: "updated: '2026-05-06'")
      .replacing("pr: ''", with: "pr: '!7'")
      .replacing("title: Suche für Städte beschleunigen", with: "title: 'It''s: a # title'")
      .replacing("owner: '@codex'", with: "owner: '@o''b'")
    #expect(edited == expected)
  }

  /// Front matter before and after a change of `links.pr`.
  @Test(arguments: [
    ("links:\n  pr:\n", "#1", "links:\n  pr: \"#1\"\n"),
    ("links:\n  pr:   # none\n", "x", "links:\n  pr: x   # none\n"),
    ("links:\n  pr: ~\n", "x", "links:\n  pr: x\n"),
    ("links: {issue: \"\", pr: \"\"}\n", "#1", "links: {issue: \"\", pr: \"#1\"}\n"),
    ("links: {issue: , pr: }\n", "#1", "links: {issue: , pr: \"#1\"}\n"),
    ("links: {pr}\n", "x", "links: {pr: x}\n"),
    ("links: {issue: 'a'}  # c\n", "#1", "links: {issue: 'a', pr: '#1'}  # c\n"),
    ("links: {}\n", "https://h/p/1", "links: {pr: \"https://h/p/1\"}\n"),
    ("links:  # c\ntags: []\n", "x", "links:  # c\n  pr: x\ntags: []\n"),
    ("links: ~\n", "x", "links: {pr: x}\n"), ("links: \"\"\n", "x", "links: {pr: x}\n"),
    (
      "links:\n    issue: ''\n    # c\n\nrisk: low\n", "#1",
      "links:\n    issue: ''\n    pr: '#1'\n    # c\n\nrisk: low\n"
    ),
    ("links:\r\n  issue: x\r\n", "y", "links:\r\n  issue: x\r\n  pr: y\r\n"),
    ("migration: no\ndepends_on: []\n", "x", "migration: no\nlinks:\n  pr: x\ndepends_on: []\n"),
    ("extra: 1\n", "x", "extra: 1\nlinks:\n  pr: x\n"), ("", "x", "links:\n  pr: x\n"),
    ("{tags: [a]}\n", "x", "{tags: [a], links: {pr: x}}\n"),
    ("links:\n  pr: |\n    old\n  docs: d\n", "x", "links:\n  pr: x\n  docs: d\n"),
    ("links:\n  pr: >-\n    old\n    text\n\n# c\n", "x", "links:\n  pr: x\n\n# c\n"),
    ("links:\n  pr: \"a\n    b\"  # c\n", "x", "links:\n  pr: \"x\"  # c\n"),
    ("links:\n  pr: 12\n", "13", "links:\n  pr: 13\n"),
    ("links:\n  pr: a\n", "12", "links:\n  pr: \"12\"\n"),
    ("links:\n  pr: a\n", "", "links:\n  pr: \"\"\n"),
    ("links:\n  pr: a\n", "yes", "links:\n  pr: \"yes\"\n"),
    ("links:\n  pr: a\n", "h: x #y", "links:\n  pr: \"h: x #y\"\n"),
    ("links:\n  pr: 'a'\n", "x\ty\u{1}", "links:\n  pr: \"x\\ty\\u0001\"\n"),
  ])
  func theRequestsLinkIsSetInEveryForm(yaml: String, value: String, expected: String) throws {
    let lineBreak = yaml.contains("\r\n") ? "\r\n" : "\n"
    let text = "---" + lineBreak + yaml + "---"
    let edited = try set([.pullRequest(value)], in: text)
    #expect(edited == "---" + lineBreak + expected + "---")
    #expect(try set([.pullRequest(value)], in: edited) == edited)
  }

  @Test(arguments: [
    ("created: 2026-01-17\ntags: []\n", "created: 2026-01-17\nupdated: 2026-02-03\ntags: []\n"),
    (
      "created: 2026-01-17  # c\n# d\ntags: []\n",
      "created: 2026-01-17  # c\nupdated: 2026-02-03\n# d\ntags: []\n"
    ),
    ("  tags: []\n", "  updated: 2026-02-03\n  tags: []\n"),
    (
      "tags: []\nowner:\n  - a\n  - b\n\nx: y\n",
      "tags: []\nowner:\n  - a\n  - b\nupdated: 2026-02-03\n\nx: y\n"
    ),
    ("# only\n", "updated: 2026-02-03\n# only\n"),
  ])
  func aMissingKeyIsAddedBesideItsNeighbour(yaml: String, expected: String) throws {
    let date = try #require(CalendarDate("2026-02-03"))
    let edited = try set([.updated(date)], in: "\u{FEFF}---\n\(yaml)---\nbody")
    #expect(edited == "\u{FEFF}---\n\(expected)---\nbody")
  }

  @Test(arguments: [
    "no front matter\n", "---\nstatus: planned\n", "---\nstatus: [a]\n---\n",
    "---\nstatus: &a planned\n---\n", "---\nstatus: !!str planned\n---\n", "---\na: @b\n---\n",
    "---\nlinks: text\n---\n", "---\nlinks: [a]\n---\n", "---\nlinks: {pr: [a]}\n---\n",
    "---\nlinks: {pr:}\n---\n",
  ])
  func whatCannotBeEditedIsAnError(text: String) {
    #expect(throws: FrontMatterEditError.self) {
      try FrontMatterEdit.setting([.status(.done), .pullRequest("x")], in: Array(text.utf8))
    }
  }
}

/// Over many documents, values and keys: nothing but the value's own bytes may change.
struct FrontMatterEditPropertyTests {
  static let values = [
    "done", "2026-02-03", "#12", "!12", "@ada", "https://example.org/a/pull/12?x=1#y", "a: b", "",
    "é 'x' \"y\" \\", "-", "- a", "yes", "null", "0x10", "1.5", " padded ", "a #b", "[a]", "{{x}}",
    "%",
    "*a", "&a", "|", "`", "tab\there", "line\nbreak", "\u{85}\u{2028}\u{FEFF}", "\u{1F680}", "a:",
    "?",
  ]

  static let documents: [String] = {
    let styles = [Fixtures.handWritten, Fixtures.dumped]
    let spread = styles.map { $0.replacing(": ", with: ":   ").replacing("\n# ", with: "\n#") }
    let commented = styles.map { $0.replacing("\nkind", with: "  # é: 'x'\n\n# \"c\nkind") }
    let indented = [
      "---\n  status:   'a'\n  title: b\n  owner: \"é\"\n  updated: 2026-01-01\n  links: {pr: '', x: é}\n---\n"
    ]
    let all = styles + spread + commented + indented
    return all.flatMap { text in
      [
        text, String(text.dropLast()), "\u{FEFF}" + text.replacing("\n", with: "\r\n"),
      ]
    }
  }()

  @Test(
    arguments: [
      ("status", nil), ("title", nil), ("owner", nil), ("updated", nil), ("pr", "links"),
    ] as [(String, String?)])
  func onlyTheValuesBytesChange(key: String, map: String?) throws {
    for text in Self.documents {
      let bytes = Array(text.utf8)
      let old = try value(key, map, in: bytes)
      for value in Self.values {
        let change = FrontMatterChange(key, in: map, to: value)
        let edited = try FrontMatterEdit.setting([change], in: bytes)
        let new = try self.value(key, map, in: edited)
        #expect(new.text == value)
        #expect(Array(edited[..<new.range.lowerBound]) == Array(bytes[..<old.range.lowerBound]))
        #expect(Array(edited[new.range.upperBound...]) == Array(bytes[old.range.upperBound...]))
        #expect(try FrontMatterEdit.setting([change], in: edited) == edited)
      }
    }
  }

  @Test func quotedValuesStayQuotedAlike() throws {
    for text in Self.documents {
      let bytes = Array(text.utf8)
      let old = try value("pr", "links", in: bytes)
      let edited = try FrontMatterEdit.setting([.pullRequest("12")], in: bytes)
      let new = try value("pr", "links", in: edited)
      #expect(edited[new.range.lowerBound] == bytes[old.range.lowerBound])
    }
  }

  private func value(
    _ key: String, _ map: String?, in bytes: [UInt8]
  ) throws -> (text: String?, range: Range<Int>) {
    let document = try FrontMatterDocument(bytes)
    let node = map.map { document[$0]?.pair(key)?.value } ?? document[key]
    let found = try #require(node)
    return (found.text, found.range.bytes)
  }
}
