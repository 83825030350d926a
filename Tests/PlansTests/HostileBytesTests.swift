import GitModel
import JSON
import Plans
import Testing

/// Bytes that nobody meant to write: whatever comes, it is answered, and an edit is right or refused.
struct HostileBytesTests {
  private static let seeds = [
    Fixtures.handWritten, Fixtures.dumped, "---\n{a: b, links: {pr: x}}\n---\n", "",
  ]

  @Test func documentsAreReadOrRefused() throws {
    var random = SplitMix(seed: 3)
    let path = try Fixtures.path(".agent/exec_plans/x/EP-20260117-014_x.md")
    let milestone = try Fixtures.path(".agent/exec_plans/x/milestones/active/MS001_x.md")
    for _ in 0..<300 {
      let bytes = random.spoiled(Array(random.pick(Self.seeds).utf8))
      _ = PlanDocument.read(path: path, bytes: bytes)
      _ = MilestoneDocument.read(path: milestone, bytes: bytes)
      guard var verifier = EditVerifier(bytes) else { continue }
      if random.once(in: 12) {
        verifier.tryAllKeys(&random, times: 1)
        #expect(verifier.failures.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func mergesAreMadeOrRefused() throws {
    var random = SplitMix(seed: 4)
    let entries = try [Fixtures.handWritten, Fixtures.dumped].enumerated().map { place, text in
      let id = ["EP-20260117-014", "EP-20260402-003"][place]
      return try #require(
        Fixtures.read(text, at: ".agent/exec_plans/\(place)/\(id)_x.md").entry)
    }
    let registry = Registry.render(entries)
    for _ in 0..<150 {
      let document = Array(random.pick(Self.seeds).utf8)
      let (base, ours, theirs) = (
        random.spoiled(document), random.spoiled(document), random.spoiled(document)
      )
      if let merge = FrontMatterMerge(base: base, ours: ours, theirs: theirs) {
        for version in [merge.ours, merge.theirs] {
          #expect((try? FrontMatterDocument(version)) != nil)
        }
      }
      let versions = (0..<3).map { _ in random.once(in: 3) ? registry : random.spoiled(registry) }
      switch RegistryMerge.merge(base: versions[0], ours: versions[1], theirs: versions[2]) {
      case .merged(let bytes): #expect(JSONParser.parse(bytes) != nil)
      case .conflict(_, let ours, _): #expect(JSONParser.parse(ours) != nil)
      case nil: break
      }
    }
  }

  @Test func noBytesAtAllAreTooStrange() {
    var random = SplitMix(seed: 6)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = JSONParser.parse(bytes)
      _ = FrontMatter.search(bytes)
      let framed = Array("---\n".utf8) + bytes + Array("\n---\n".utf8)
      _ = try? FrontMatterEdit.setting([.pullRequest("x")], in: framed)
      var attributes = AttributesFile(bytes)
      attributes.add(.init("a", "merge", "x"))
      #expect(attributes.bytes.starts(with: bytes))
    }
  }
}

extension SplitMix {
  /// Returns bytes with a few of them changed, cut out, doubled or put elsewhere.
  fileprivate mutating func spoiled(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...6, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let end = min(bytes.count, place + Int.random(in: 0...20, using: &self))
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: pick(Self.marks).utf8, at: place)
      case 4: bytes.replaceSubrange(place..<end, with: bytes[..<min(bytes.count, end - place)])
      default: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &self) }
      }
    }
    return bytes
  }

  private static let marks = [
    ":", ": ", "- ", "#", " #", "[", "]", "{", "}", "\"", "'", "|", ">", "&a ", "*a", "!!str ",
    "? ", "%",
    "@", "---", "...", "\t", "\r", "\n", "\r\n", "  ", "\u{FEFF}", "\u{85}", "\u{2028}", "\\", ",",
    "~",
  ]
}
