import Plans
import Testing
import YAML

struct FrontMatterListTests {
  private func set(_ change: ListChange, in text: String) throws -> String {
    let changes = [FrontMatterChange("tags", to: change)]
    return String(
      decoding: try FrontMatterEdit.setting(changes, in: Array(text.utf8)), as: UTF8.self)
  }

  /// Front matter before and after `tags` was set to words.
  @Test(
    arguments: [
      // In brackets.
      ("tags: [a, b]\n", ["a", "b", "c"], "tags: [a, b, c]\n"),
      ("tags: [a, b]  # why\n", ["b"], "tags: [b]  # why\n"),
      ("tags: [a, b]\n", ["a"], "tags: [a]\n"),
      ("tags: [a, b, c]\n", ["a", "c"], "tags: [a, c]\n"),
      ("tags: [a, b, c, d]\n", ["d"], "tags: [d]\n"), ("tags: [a, b]\n", [], "tags: []\n"),
      ("tags: [a, b, c]\n", ["x"], "tags: [x]\n"),
      ("tags: [a, b]\n", ["0", "b"], "tags: [\"0\", b]\n"),
      ("tags: [a, b]\n", ["x", "a", "b"], "tags: [x, a, b]\n"),
      ("tags: [a, b]\n", ["b", "a"], "tags: [b, a]\n"),
      ("tags: [a,b]\n", ["a", "b", "c"], "tags: [a,b,c]\n"),
      ("tags: [ 'a' , \"b\" ]\n", ["a", "x", "b", "y"], "tags: [ 'a', 'x' , \"b\", \"y\" ]\n"),
      ("tags: ['a', b]\n", ["it's", "b"], "tags: ['it''s', b]\n"),
      ("tags: [a, b]\n", ["a", "b: c", "@d"], "tags: [a, \"b: c\", \"@d\"]\n"),
      ("tags: []\n", ["a", "b"], "tags: [a, b]\n"), ("tags: [] # c\n", ["a"], "tags: [a] # c\n"),
      (
        "tags: [\n  a,  # x\n  b  # y\n]\n", ["a", "b", "c"],
        "tags: [\n  a,  # x\n  b,  # y\n  c\n]\n"
      ),
      (
        "tags: [\n  a,  # x\n  b,  # y\n]\n", ["b", "c", "d"], "tags: [\n  b,  # y\n  c,\n  d,\n]\n"
      ),
      ("tags: [\n  a,  # x\n  b\n]\n", ["z", "a"], "tags: [\n  z,\n  a,  # x\n]\n"),
      ("tags: [a,\n  b]\n", ["a", "b", "c"], "tags: [a,\n  b, c]\n"),
      // With dashes.
      ("tags:\n- a\n- b\n", ["a", "b", "c"], "tags:\n- a\n- b\n- c\n"),
      ("tags:\n  - a  # x\n  # y\n  -   b\n", ["b", "c"], "tags:\n  # y\n  -   b\n  -   c\n"),
      ("tags:\n- 'a'\n- b\n", ["x", "a", "b"], "tags:\n- 'x'\n- 'a'\n- b\n"),
      ("tags:\n- a\n- b\nrisk: low\n", [], "tags: []\nrisk: low\n"),
      ("tags:  # c\n- a\n# d\n", [], "tags: []  # c\n# d\n"),
      ("tags:\r\n- a\r\n", ["a", "b"], "tags:\r\n- a\r\n- b\r\n"),
      ("tags:\n- a\ntouches: []\n", ["b", "c"], "tags:\n- b\n- c\ntouches: []\n"),
      // Nothing yet, beside a list of either style.
      ("touches: [x]\n", ["a", "b"], "tags: [a, b]\ntouches: [x]\n"),
      ("touches:\n  - x\n", ["a", "b"], "tags:\n  - a\n  - b\ntouches:\n  - x\n"),
      ("tags: []  # c\ntouches:\n- x\n", ["a", "b"], "tags:  # c\n- a\n- b\ntouches:\n- x\n"),
      ("tags:\ntouches:\n- x\n", ["a"], "tags:\n- a\ntouches:\n- x\n"),
      ("tags:\n", ["a"], "tags: [a]\n"), ("tags: ~\n", ["a"], "tags: [a]\n"),
      ("tags: \"\"\n", ["a"], "tags: [a]\n"), ("tags:  # c\n", ["a"], "tags: [a]  # c\n"),
      ("risk: low\n", [], "risk: low\n"), ("", ["a"], "tags: [a]\n"),
      // One scalar is a list too, and so is a list in quotes.
      ("tags: a\n", ["b"], "tags: b\n"), ("tags: 'a'\n", ["b"], "tags: 'b'\n"),
      ("tags: a\n", ["a", "b"], "tags: [a, b]\n"), ("tags: \"[a, b]\"\n", ["a"], "tags: [a]\n"),
      ("tags: a  # c\n", [], "tags: []  # c\n"),
      // In braces.
      ("{tags: [a], risk: low}\n", ["b", "c"], "{tags: [b, c], risk: low}\n"),
      ("{tags: , risk: low}\n", ["a"], "{tags: [a], risk: low}\n"),
      ("{risk: low}\n", ["a"], "{risk: low, tags: [a]}\n"),
    ] as [(String, [String], String)])
  func aListIsSetInEveryForm(yaml: String, words: [String], expected: String) throws {
    let lineBreak = yaml.contains("\r\n") ? "\r\n" : "\n"
    let text = "---" + lineBreak + yaml + "---"
    let edited = try set(.words(words), in: text)
    #expect(edited == "---" + lineBreak + expected + "---")
    #expect(try set(.words(words), in: edited) == edited)
  }

  @Test(
    arguments: [
      (.adding("c"), "[a, b, c]"), (.adding("a"), "[a, b]"), (.removing("a"), "[b]"),
      (.removing("x"), "[a, b]"), (.replacing("a", with: "x"), "[x, b]"),
      (.replacing("a", with: "b"), "[b]"), (.replacing("x", with: "y"), "[a, b]"),
    ] as [(ListChange, String)])
  func singleWordsChange(change: ListChange, expected: String) throws {
    #expect(try set(change, in: "---\ntags: [a, b]\n---\n") == "---\ntags: \(expected)\n---\n")
  }

  @Test(arguments: [
    "tags: &x [a]\n", "tags: !!set [a]\n", "tags: {a: b}\n", "tags: [[a]]\n", "tags: [a, {b: c}]\n",
    "tags: |\n  a\n", "tags: [\n  a # c\n]\n", "tags:\n- ''\n",
  ])
  func whatCannotBeEditedIsAnError(yaml: String) {
    #expect(throws: FrontMatterEditError.self) {
      try set(.words(yaml.contains("# c") ? [] : ["x"]), in: "---\n\(yaml)---\n")
    }
  }

  @Test func aListInAMapIsSetToo() throws {
    let change = FrontMatterChange("more", in: "links", to: .words(["a"]))
    let edited = try FrontMatterEdit.setting(
      [change], in: Array("---\nlinks:\n  pr: x\n---\n".utf8))
    #expect(String(decoding: edited, as: UTF8.self) == "---\nlinks:\n  pr: x\n  more: [a]\n---\n")
  }
}

/// Over many documents and lists: nothing but the list's own bytes may change.
struct FrontMatterListPropertyTests {
  static let words = [
    "a", "search", "index", "cache", "web", "api", "docs", "EP-20260117-014", "é", "it's", "a b",
    "12", "yes", "b: c", "#x", "@y", "- z", "[", "{{n}}", "~", "2026-01-17", "\"", "\\", "x,y",
  ]

  @Test(arguments: ["tags", "touches", "depends_on", "supersedes"])
  func onlyTheListsBytesChange(key: String) throws {
    var random = SplitMix(seed: 7)
    for text in FrontMatterEditPropertyTests.documents where text.contains("\n\(key):") {
      var bytes = Array(text.utf8)
      for _ in 0..<10 {
        let wanted = random.someWords()
        let before = try FrontMatterDocument(bytes)
        let edited = try FrontMatterEdit.setting(
          [FrontMatterChange(key, to: .words(wanted))], in: bytes)
        let after = try FrontMatterDocument(edited)
        #expect(try words(key, in: after) == wanted)
        let old = try region(key, before)
        let new = try region(key, after)
        #expect(Array(edited[..<new.lowerBound]) == Array(bytes[..<old.lowerBound]))
        #expect(Array(edited[new.upperBound...]) == Array(bytes[old.upperBound...]))
        // Line ends stay of one kind.
        let bareLineEnds = zip(edited, edited.dropFirst()).count { $0 != 13 && $1 == 10 }
        #expect(bareLineEnds == 0 || !text.contains("\r\n"))
        bytes = edited
      }
    }
  }

  private func words(_ key: String, in document: FrontMatterDocument) throws -> [String] {
    try #require(document[key]?.items).compactMap(\.text)
  }

  /// Returns the bytes from behind a key up to the next key or the closing dashes.
  private func region(_ key: String, _ document: FrontMatterDocument) throws -> Range<Int> {
    let pairs = try #require(document.root?.pairs)
    let place = try #require(pairs.firstIndex { $0.key.text == key })
    let end =
      place + 1 < pairs.count
      ? pairs[place + 1].key.range.bytes.lowerBound : document.frontMatter.yaml.upperBound
    return pairs[place].key.range.bytes.upperBound..<end
  }
}
