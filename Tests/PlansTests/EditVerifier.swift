import Plans
import YAML

/// Tries changes on one document and looks for bytes that changed and should not have. It knows nothing of
/// how edits are made: it compares what the parser finds before and after.
struct EditVerifier {
  private let bytes: [UInt8]
  private let document: FrontMatterDocument
  /// How many changes were made.
  private(set) var editCount = 0
  /// How many were refused, with the document as it was.
  private(set) var refusalCount = 0
  /// What was wrong, in words.
  private(set) var failures: [String] = []

  /// Creates a verifier, `nil` for a document without front matter that can be read.
  init?(_ bytes: [UInt8]) {
    guard let document = try? FrontMatterDocument(bytes) else { return nil }
    self.bytes = bytes
    self.document = document
  }

  /// Tries changes of every kind on every key that is there, and adds the keys of the format that are not.
  mutating func tryAllKeys(_ random: inout SplitMix, times: Int) {
    for pair in document.root?.pairs ?? [] {
      guard let key = pair.key.text else { continue }
      tryKey(FrontMatterKey(key), holding: pair.value, &random, times: times)
      for inner in pair.value.pairs ?? [] {
        guard let name = inner.key.text else { continue }
        tryKey(FrontMatterKey(name, in: key), holding: inner.value, &random, times: times)
      }
    }
    for key in Vocabulary.keys where document[key] == nil && key != "links" {
      verify(FrontMatterChange(key, to: random.pick(Self.texts)))
      verify(FrontMatterChange(key, to: .words(random.someWords())))
    }
    if document["links"]?.pair("pr") == nil { verify(.pullRequest(random.pick(Self.texts))) }
  }

  private mutating func tryKey(
    _ key: FrontMatterKey, holding value: YAMLNode, _ random: inout SplitMix, times: Int
  ) {
    verify(FrontMatterChange(key, to: .nothing))
    guard let items = value.items else {
      for _ in 0..<times {
        verify(FrontMatterChange(key, to: .text(random.pick(Self.texts))))
        verify(FrontMatterChange(key, to: .plain(random.pick(["true", "no", "12", "null"]))))
      }
      if key.map == nil { verify(FrontMatterChange(key, to: .list(.words(random.someWords())))) }
      return
    }
    for _ in 0..<times {
      verify(FrontMatterChange(key, to: .list(.words(random.someWords()))))
      verify(FrontMatterChange(key, to: .list(.adding(random.pick(Self.words)))))
      guard let word = items.compactMap(\.text).randomElement(using: &random) else { continue }
      verify(FrontMatterChange(key, to: .list(.removing(word))))
      verify(
        FrontMatterChange(key, to: .list(.replacing(word, with: random.pick(Self.words)))))
    }
  }

  private mutating func verify(_ change: FrontMatterChange) {
    guard let edited = try? FrontMatterEdit.setting([change], in: bytes) else {
      refusalCount += 1
      return
    }
    editCount += 1
    if let failure = failure(change, edited) { failures.append("\(change): \(failure)") }
  }

  private func failure(_ change: FrontMatterChange, _ edited: [UInt8]) -> String? {
    guard let after = try? FrontMatterDocument(edited) else { return "cannot be read any more" }
    let key = change.place
    let (old, new) = (Self.pair(key, in: document), Self.pair(key, in: after))
    guard Self.holds(change.value, new?.value, old: old?.value) else { return "has another value" }
    guard Self.others(key, document) == Self.others(key, after) else {
      return "another key changed"
    }
    if (try? FrontMatterEdit.setting([change], in: edited)) != edited, !change.isStep {
      return "changes when it is made again"
    }
    if !Self.hasBareLineFeeds(bytes), Self.hasBareLineFeeds(edited) { return "line ends differ" }
    guard let old, let new else {
      // A key that came or went is one piece of text.
      let (short, long) = edited.count < bytes.count ? (edited, bytes) : (bytes, edited)
      let start = zip(short, long).prefix { $0 == $1 }.count
      let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
      return start + end >= short.count ? nil : "bytes beside the key changed"
    }
    return Self.difference(
      Region(old, key, document, bytes), Region(new, key, after, edited))
  }

  /// What lies between a key and the next one.
  private struct Region {
    let node: YAMLNode
    let bytes: [UInt8]
    let range: Range<Int>

    init(_ pair: YAMLPair, _ key: FrontMatterKey, _ document: FrontMatterDocument, _ bytes: [UInt8])
    {
      let start = pair.key.range.bytes.upperBound
      let pairs = (document.root?.pairs ?? []).flatMap { [$0] + ($0.value.pairs ?? []) }
      let next = pairs.map(\.key.range.bytes.lowerBound).filter { $0 >= start }.min()
      node = pair.value
      range = start..<(next ?? document.frontMatter.yaml.upperBound)
      self.bytes = bytes
    }

    /// The comments that have a line of their own.
    var comments: [String] {
      String(decoding: bytes[range], as: UTF8.self).split(separator: "\n").dropFirst()
        .map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("#") }.map(String.init)
    }

    /// What stands behind a word on its line, for each word that has a line of its own.
    var tails: [String: ArraySlice<UInt8>] {
      var tails: [String: ArraySlice<UInt8>] = [:]
      let lines = node.items?.map(\.range.start.line) ?? []
      guard Set(lines).count == lines.count, node.range.start.line != node.range.end.line else {
        return [:]
      }
      for item in node.items ?? [] {
        let rest = bytes[item.range.bytes.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
        tails[item.text ?? ""] = rest.drop { ", ".utf8.contains($0) }
      }
      return tails
    }
  }

  private static func difference(_ old: Region, _ new: Region) -> String? {
    guard old.bytes[..<old.range.lowerBound] == new.bytes[..<new.range.lowerBound],
      old.bytes[old.range.upperBound...] == new.bytes[new.range.upperBound...]
    else { return "bytes beside the value changed" }
    guard old.comments == new.comments else { return "comments changed" }
    if old.node.items != nil, new.node.items != nil {
      let tails = new.tails
      for (word, tail) in old.tails where tails[word].map({ $0 != tail }) == true {
        return "what stands behind '\(word)' changed"
      }
    }
    // A scalar's own bytes are known exactly, unless it is empty or spans lines.
    let styles: [YAMLScalarStyle?] = [.plain, .singleQuoted, .doubleQuoted]
    if styles.contains(old.node.scalarStyle), styles.contains(new.node.scalarStyle),
      !old.node.range.bytes.isEmpty
    {
      let (before, after) = (old.node.range.bytes, new.node.range.bytes)
      guard old.bytes[..<before.lowerBound] == new.bytes[..<after.lowerBound],
        old.bytes[before.upperBound...] == new.bytes[after.upperBound...]
      else { return "bytes around the value changed" }
    }
    return nil
  }

  private static func holds(
    _ value: FrontMatterChange.Value, _ node: YAMLNode?, old: YAMLNode?
  ) -> Bool {
    switch value {
    case .nothing: return node == nil
    case .text(let text): return node?.text == text
    case .plain(let spelling):
      return node?.text == spelling && node?.scalarStyle == .plain
    case .list(.words(let words)):
      // One word may stand without brackets or a dash, and an empty text is no word.
      return (node?.items?.compactMap(\.text) ?? [node?.text ?? ""].filter { !$0.isEmpty }) == words
    case .list(.adding(let word)): return node?.items?.contains { $0.text == word } == true
    case .list(.removing(let word)), .list(.replacing(let word, with: _)):
      // A word may have been a number, which only looks like this text.
      return node?.items?.contains { $0.text == word } == false
        || old?.items?.contains { $0.text == word && $0.resolution.kind != .text } == true
    }
  }

  private static func pair(
    _ key: FrontMatterKey, in document: FrontMatterDocument
  ) -> YAMLPair? {
    let holder = key.map.map { document[$0] } ?? document.root
    return holder?.pair(key.key)
  }

  /// The keys and values beside one key, as text.
  private static func others(_ key: FrontMatterKey, _ document: FrontMatterDocument) -> [String] {
    func text(_ node: YAMLNode) -> String {
      switch node.content {
      case .scalar(let text, _): "\(text)|\(node.resolution.kind)"
      case .sequence(let items, _): "[" + items.map(text).joined(separator: ";") + "]"
      case .mapping(let pairs, _):
        "{" + pairs.map { text($0.key) + "=" + text($0.value) }.joined(separator: ";") + "}"
      }
    }
    var lines: [String] = []
    for pair in document.root?.pairs ?? [] where key.map != nil || pair.key.text != key.key {
      if pair.key.text == key.map {
        lines += (pair.value.pairs ?? []).filter { $0.key.text != key.key }
          .map { text($0.key) + "=" + text($0.value) }
      } else {
        lines.append(text(pair.key) + "=" + text(pair.value))
      }
    }
    return lines
  }

  private static func hasBareLineFeeds(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: "\n")
      || zip(bytes, bytes.dropFirst()).contains {
        $0 != UInt8(ascii: "\r") && $1 == UInt8(ascii: "\n")
      }
  }

  static let texts = FrontMatterEditPropertyTests.values
  static let words = FrontMatterListPropertyTests.words
}

extension FrontMatterChange {
  /// Whether the change starts from what is there, so that it can go on when it is made again.
  fileprivate var isStep: Bool {
    if case .list(.replacing) = value { true } else { false }
  }
}

extension SplitMix {
  /// Returns up to five different words, in any order.
  mutating func someWords() -> [String] {
    Array(
      EditVerifier.words.shuffled(using: &self).prefix(Int.random(in: 0...5, using: &self)))
  }
}
