import JSON
import Plans
import Testing

struct RegistryMergeTests {
  private func registry(_ documents: [String: String]) throws -> [UInt8] {
    let read = try documents.map { id, text in
      try Fixtures.read(text, at: ".agent/exec_plans/x/\(id)_x.md")
    }
    return try #require(Registry.build(read).bytes)
  }

  private let one = Fixtures.document("EP-20260101-001")
  private let two = Fixtures.document("EP-20260101-002")

  @Test func plansOfBothSidesAreThere() throws {
    let three = Fixtures.document("EP-20260101-003")
    let base = try registry(["EP-20260101-001": one])
    let ours = try registry(["EP-20260101-001": one, "EP-20260101-002": two])
    let theirs = try registry(["EP-20260101-003": three])
    #expect(
      RegistryMerge.merge(base: base, ours: ours, theirs: theirs)
        == .merged(try registry(["EP-20260101-002": two, "EP-20260101-003": three])))
    // Without anything in common nobody deleted anything.
    #expect(
      RegistryMerge.merge(base: [], ours: ours, theirs: theirs)
        == .merged(
          try registry([
            "EP-20260101-001": one, "EP-20260101-002": two, "EP-20260101-003": three,
          ])))
  }

  @Test func onlyWhatAPersonDecidesDiffers() throws {
    let base = try registry(["EP-20260101-001": one])
    let ours = try registry([
      "EP-20260101-001": Fixtures.document("EP-20260101-001", ["title": "Ours", "risk": "low"])
    ])
    let theirs = try registry([
      "EP-20260101-001": Fixtures.document("EP-20260101-001", ["title": "Theirs", "tags": "[a]"])
    ])
    guard
      case .conflict(let old, let our, let their) = RegistryMerge.merge(
        base: base, ours: ours, theirs: theirs)
    else {
      Issue.record("no conflict")
      return
    }
    let text = String(decoding: our, as: UTF8.self)
    #expect(text.contains("\"risk\": \"low\"") && text.contains("\"a\""))
    #expect(text.replacing("Ours", with: "Theirs") == String(decoding: their, as: UTF8.self))
    #expect(text.replacing("Ours", with: "A plan") == String(decoding: old, as: UTF8.self))
  }

  @Test func aPlanThatIsDeletedAndChangedIsInConflict() throws {
    let base = try registry(["EP-20260101-001": one, "EP-20260101-002": two])
    let without = try registry(["EP-20260101-001": one])
    let changed = try registry([
      "EP-20260101-001": one,
      "EP-20260101-002": Fixtures.document("EP-20260101-002", ["status": "done"]),
    ])
    for (ours, theirs) in [(without, changed), (changed, without)] {
      #expect(
        RegistryMerge.merge(base: base, ours: ours, theirs: theirs)
          == .conflict(base: base, ours: ours, theirs: theirs))
    }
    #expect(RegistryMerge.merge(base: base, ours: without, theirs: base) == .merged(without))
  }

  @Test func whatTheFormatDoesNotKnowIsMergedToo() throws {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    let merged = RegistryMerge.merge(
      base: bytes(#"{"schema_version": 1, "plans": [{"id": "EP-20260101-001", "x": 1}]}"#),
      ours: bytes(#"{"schema_version": 1, "plans": [{"id": "EP-20260101-001", "x": 2}], "y": []}"#),
      theirs: bytes(
        #"{"schema_version": 1, "plans": [{"id": "EP-20260101-001", "x": 1, "z": {}}]}"#))
    guard case .merged(let result) = merged else {
      Issue.record("\(String(describing: merged))")
      return
    }
    #expect(
      JSONParser.parse(result) == [
        "plans": [["id": "EP-20260101-001", "x": 2, "z": [:]]], "schema_version": 1, "y": [],
      ])
  }

  @Test func aTimeOfMakingIsNoConflict() {
    func registry(_ day: Int) -> [UInt8] {
      Array(
        #"{"generated_at": "2026-01-0\#(day)T10:00:00Z", "plans": [], "schema_version": 1}"#.utf8)
    }
    guard
      case .merged(let bytes)? = RegistryMerge.merge(
        base: registry(1), ours: registry(2), theirs: registry(3))
    else {
      Issue.record("no merge")
      return
    }
    #expect(JSONParser.parse(bytes) == JSONParser.parse(registry(3)))
  }

  @Test(arguments: [
    "", "{}", "[]", "<<<<<<< ours\n", #"{"schema_version": 1, "plans": {}}"#,
    #"{"schema_version": 1, "plans": [1]}"#, #"{"schema_version": 1, "plans": [{"id": "x"}]}"#,
    #"{"plans": []}"#,
    #"{"schema_version": 1, "plans": [{"id": "EP-20260101-001"}, {"id": "EP-20260101-001"}]}"#,
  ])
  func whatIsNoRegistryIsNotMerged(text: String) throws {
    let good = try registry(["EP-20260101-001": one])
    let bad = Array(text.utf8)
    #expect(RegistryMerge.merge(base: good, ours: bad, theirs: good) == nil)
    #expect(RegistryMerge.merge(base: good, ours: good, theirs: bad) == nil)
    #expect((RegistryMerge.merge(base: bad, ours: good, theirs: good) == nil) == !bad.isEmpty)
  }
}

/// The registry that comes out of a merge is the one that the merged documents have.
struct RegistryMergePropertyTests {
  private typealias Tree = [String: String]

  @Test func theMergedRegistryIsThatOfTheMergedPlans() throws {
    var random = SplitMix(seed: 11)
    var clean = 0
    for _ in 0..<60 {
      let base = random.tree()
      let ours = random.changed(base, new: "EP-20260201-001")
      let theirs = random.changed(base, new: "EP-20260201-002")
      let merged = merge(base, ours, theirs)
      let result = RegistryMerge.merge(
        base: try registry(base), ours: try registry(ours), theirs: try registry(theirs))
      if let merged {
        clean += 1
        #expect(result == .merged(try registry(merged)))
      } else if case .conflict? = result {
      } else {
        Issue.record("the plans are in conflict, and the registry is not")
      }
    }
    // Most of these merges are everyday ones.
    #expect(clean > 30)
  }

  /// Merges trees as git and the driver do; `nil` where there is a conflict.
  private func merge(_ base: Tree, _ ours: Tree, _ theirs: Tree) -> Tree? {
    var merged = Tree()
    for path in Set(base.keys).union(ours.keys).union(theirs.keys) {
      let (old, our, their) = (base[path], ours[path], theirs[path])
      if our == their || their == old {
        merged[path] = our
      } else if our == old {
        merged[path] = their
      } else {
        guard let our, let their,
          let merge = FrontMatterMerge(
            base: Array((old ?? "").utf8), ours: Array(our.utf8), theirs: Array(their.utf8)),
          merge.conflicts.isEmpty
        else { return nil }
        for version in [merge.ours, merge.theirs] where !merge.accepts(version) { return nil }
        merged[path] = String(decoding: merge.ours, as: UTF8.self)
      }
    }
    return merged
  }

  private func registry(_ tree: Tree) throws -> [UInt8] {
    let documents = try tree.map { try Fixtures.read($0.value, at: $0.key) }
    let result = Registry.build(documents)
    return try #require(result.bytes, "\(result.findings)")
  }
}

extension SplitMix {
  /// Returns documents by their paths, in either dialect.
  fileprivate mutating func tree() -> [String: String] {
    var tree: [String: String] = [:]
    for number in 1...Int.random(in: 1...3, using: &self) {
      add("EP-20260101-00\(number)", to: &tree)
    }
    return tree
  }

  private mutating func add(_ id: String, to tree: inout [String: String]) {
    let text = once(in: 2) ? Fixtures.handWritten : Fixtures.dumped
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("id:") ? "id: \(id)" : String(line)
    }
    tree[".agent/exec_plans/p\(id.suffix(3))/\(id)_x.md"] = lines.joined(separator: "\n")
      .replacing("- EP-20260117-014", with: "- EP-20260101-001")
  }

  /// Returns a tree in which some documents are edited, deleted, moved or new.
  fileprivate mutating func changed(_ tree: [String: String], new id: String) -> [String: String] {
    var tree = tree
    for path in tree.keys.sorted() where once(in: 2) {
      // Other plans name the first one.
      if once(in: 12), !path.contains("101-001") {
        tree[path] = nil
        continue
      }
      guard let text = tree[path] else { continue }
      let count = Int.random(in: 1...4, using: &self)
      let changes = (0..<count).map { _ in change() }
      if let edited = try? FrontMatterEdit.setting(changes, in: Array(text.utf8)) {
        tree[path] = String(decoding: edited, as: UTF8.self)
      }
    }
    if once(in: 2) { add(id, to: &tree) }
    return tree
  }

  private mutating func change() -> FrontMatterChange {
    let words = ["a", "search", "index", "cache", "web", "it's"]
    switch Int.random(in: 0..<12, using: &self) {
    case 0...2: return .status(pick([.planned, .active, .paused, .done]))
    case 3...5:
      return FrontMatterChange("updated", to: "2026-0\(pick([5, 6, 7]))-0\(pick([1, 2, 3]))")
    case 6:
      return FrontMatterChange("tags", to: .words(Array(words.shuffled(using: &self).prefix(2))))
    case 7: return FrontMatterChange("tags", to: .adding(pick(words)))
    case 8: return FrontMatterChange("touches", to: .words([pick(["api", "db", "ui"])]))
    case 9: return .pullRequest("#\(pick([1, 2, 3]))")
    case 10: return FrontMatterChange(pick(["issue", "docs"]), in: "links", to: pick(["x", "y"]))
    default:
      return pick([
        FrontMatterChange("risk", to: pick(["low", "high"])),
        FrontMatterChange(FrontMatterKey("risk"), to: .nothing),
        FrontMatterChange("depends_on", to: .words(once(in: 2) ? [] : ["EP-20260101-001"])),
        FrontMatterChange(FrontMatterKey("migration"), to: .plain(pick(["true", "false"]))),
      ])
    }
  }
}
