import Testing
import YAML

struct YAMLParserTests {
  private func parse(_ text: String) throws -> YAMLNode {
    try #require(try YAMLParser.parse(Array(text.utf8)[...]))
  }

  @Test func nodesComeInTheOrderOfTheText() throws {
    let root = try parse("b: 1\na: [x, 'y']\nc:\n  d: \"z\"\n")
    #expect(root.pairs?.compactMap(\.key.text) == ["b", "a", "c"])
    #expect(root.collectionStyle == .block)
    let list = try #require(root.pair("a")?.value)
    #expect(list.items?.map(\.text) == ["x", "y"])
    #expect(list.items?.map(\.scalarStyle) == [.plain, .singleQuoted])
    #expect(list.collectionStyle == .flow)
    #expect(root.pair("c")?.value.pair("d")?.value.scalarStyle == .doubleQuoted)
  }

  /// Each text holds one value under the key `k`; the range must cover these bytes.
  @Test(arguments: [
    ("k: value", "value"), ("k: \"v\"  # c", "\"v\""), ("ü: ß\nk: 'é'", "'é'"),
    ("k: {a: \u{1F680}}", "{a: \u{1F680}}"), ("a: \"\u{2028}\"\r\nk: x\r\n", "x"),
    ("k: 2026-01-17  ", "2026-01-17"), ("k:\n- a", "- a"), ("k: \"a\n  b\"\n", "\"a\n  b\""),
    ("k:   # c\n", ""), ("k: [a,\n b] \n", "[a,\n b]"),
  ])
  func rangesCoverTheBytesOfAValue(text: String, expected: String) throws {
    let bytes = Array("???".utf8) + Array(text.utf8)
    let root = try #require(try YAMLParser.parse(bytes[3...]))
    let value = try #require(root.pair("k")?.value)
    let covered = String(decoding: bytes[value.range.bytes], as: UTF8.self)
    #expect(covered == expected)
  }

  @Test func placesCountLinesAndCodePoints() throws {
    let bytes = Array("a: é\r\nbü: x\n".utf8)
    let root = try #require(try YAMLParser.parse(bytes[...], firstLine: 2))
    let pair = try #require(root.pair("bü"))
    #expect(pair.key.range.start == YAMLMark(offset: 7, line: 3, column: 1))
    #expect(pair.value.range.start == YAMLMark(offset: 12, line: 3, column: 5))
  }

  @Test(arguments: ["", "  \n", "# only a comment\n"])
  func aTextWithoutADocumentHasNoRoot(text: String) throws {
    #expect(try YAMLParser.parse(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    ("a: 1\nb: @x\n", 2, 4, "quotes"), ("a: b: c", 1, 5, "colon"), ("a: 1\n\"a\": 2", 2, 1, "'a'"),
    ("m:\n  x: 1\n  x: 2", 3, 3, "'x'"), ("title: {{name}}", 1, 9, "key"),
    ("a: &x 1\nb: *x", 2, 4, "aliases"), ("a: 1\n---\nb: 2", 2, 1, "second document"),
    ("a: \u{1}", 1, 4, "U+0001"), ("é: \u{0}", 1, 4, "U+0000"), ("a: \"b", 1, 6, "quote"),
    ("a: [b", 1, 6, "]"), ("? [a]\n: b", 1, 3, "key"),
  ])
  func errorsNameTheirPlace(text: String, line: Int, column: Int, word: String) {
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
  }

  @Test func bytesThatAreNoTextAreAnError() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLParser.parse((Array("a: 1\nb: ".utf8) + [0xC3, 0x28])[...])
    }
    #expect(error == YAMLError(line: 2, column: 4, message: "the text is not valid UTF-8"))
  }

  @Test func sameValuesAreFoundWhereverTheyStand() throws {
    let left = try parse("a: \"x\"\nb: [1, {c: d}]\n")
    #expect(left.hasSameValues(as: try parse("# c\na:   'x'\nb:\n- 1\n- c: d\n")))
    #expect(!left.hasSameValues(as: try parse("a: \"x\"\nb: [\"1\", {c: d}]\n")))
    #expect(!left.hasSameValues(as: try parse("b: [1, {c: d}]\na: x\n")))
  }
}

struct HostileYAMLTests {
  private func error(_ text: String) -> YAMLError? {
    do throws(YAMLError) {
      _ = try YAMLParser.parse(Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "[{b: "])
  func deepNestingIsAnError(opening: String) {
    #expect(error(String(repeating: opening, count: 5_000)) != nil)
  }

  @Test func nestingIsAllowedToItsLimit() {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(error(deep(100)) == nil)
    #expect(error(deep(101))?.message.contains("100") == true)
  }

  @Test func aliasBombsAreRefusedAtTheirFirstAlias() {
    var text = "a: &a [x, x, x, x]\n"
    for (name, previous) in zip("bcdefghi", "abcdefgh") {
      text += "\(name): &\(name) [*\(previous), *\(previous), *\(previous), *\(previous)]\n"
    }
    #expect(error(text)?.message == "aliases are not supported")
    #expect(error(text)?.line == 2)
  }

  @Test func sizesAreLimited() {
    #expect(error("a: " + String(repeating: "x", count: 70_000))?.message.contains("65536") == true)
    let long = "[" + String(repeating: "1,", count: 12_000) + "]"
    #expect(error(long)?.message.contains("10000") == true)
  }

  /// Cuts and disturbs a document at every byte: each result is a tree or an error.
  @Test func noByteOfADocumentCanBringTheParserDown() {
    let document = Array("a: \"é\\n\"\nb: {c: [1, 'x'], d: |\n  y\n}\n- &e !t f: *e # g\n".utf8)
    for index in document.indices {
      _ = try? YAMLParser.parse(document[..<index])
      for byte: UInt8 in [0, 0x0A, 0x22, 0x27, 0x3A, 0x7B, 0x80, 0xFF] {
        var disturbed = document
        disturbed[index] = byte
        _ = try? YAMLParser.parse(disturbed[...])
      }
    }
  }
}
