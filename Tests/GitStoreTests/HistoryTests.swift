import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

@Suite struct HistoryTests {
  /// Compares a walk over all references with `git rev-list --all`.
  private func compare(_ scratch: ScratchRepository, in directory: String? = nil) throws {
    let repository = try scratch.open(in: directory)
    let tips = try repository.references().map(\.target)
    let head = try repository.head().commit
    var found: [String] = []
    try repository.walk(from: tips + (head.map { [$0] } ?? [])) { id, commit, message in
      found.append(
        "\(id) \(commit.tree) " + commit.parents.map(\.description).joined(separator: " ")
          + "|\(commit.committerTime)|\(commit.authorName)|\(message.count)")
    }
    let expected = try scratch.git(
      ["log", "--all", "HEAD", "--format=%H %T %P|%ct|%an|%B%x00"], in: directory)
    let lines = expected.split(separator: "\0").map { record in
      let parts = record.drop { $0 == "\n" }.split(
        separator: "|", maxSplits: 3, omittingEmptySubsequences: false)
      return parts[0...2].joined(separator: "|") + "|" + "\(parts[3].utf8.count)"
    }.filter { $0.first?.isHexDigit == true }
    #expect(found.count == lines.count)
    #expect(found.sorted() == lines.sorted())
  }

  private func history() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    for number in 1...4 { try scratch.commit("commit \(number)\n\nBody \(number)\n") }
    try scratch.git("switch -q -c side HEAD~2")
    try scratch.commit("side", file: "side")
    try scratch.git("tag old HEAD")
    try scratch.git("switch -q main")
    try scratch.git(["merge", "-q", "--no-ff", "-m", "Merge branch 'side'", "side"])
    try scratch.git("switch -q --orphan lone")
    try scratch.commit("another root", file: "lone")
    try scratch.git("switch -q main")
    return scratch
  }

  @Test("Every commit once: loose, packed, with a commit-graph, through alternates")
  func whole() throws {
    let scratch = try history()
    try compare(scratch)
    try scratch.git("commit-graph write --reachable")
    try scratch.git("repack -q -a -d")
    try compare(scratch)
    let clone = scratch.surroundings + "/alternate"
    try scratch.git(["clone", "-q", "--shared", scratch.path, clone])
    try compare(scratch, in: clone)
    let none = try scratch.open().walk(from: [try scratch.id("HEAD^{tree}"), .zero]) { _, _, _ in
      Issue.record("nothing is to be visited")
    }
    #expect(none.visited == 0)
    #expect(none.missing.isEmpty)
  }

  @Test("Shallow and partial clones")
  func clones() throws {
    let scratch = try history()
    try scratch.git("config uploadpack.allowFilter true")
    let url = "file://" + scratch.path
    let shallow = scratch.surroundings + "/shallow"
    try scratch.git(["clone", "-q", "--depth=2", "--no-single-branch", url, shallow])
    try compare(scratch, in: shallow)
    #expect(try scratch.open(in: shallow).isShallow)
    #expect(try !scratch.open().isShallow)
    let partial = scratch.surroundings + "/partial"
    try scratch.git(["clone", "-q", "--filter=blob:none", "--no-checkout", url, partial])
    try compare(scratch, in: partial)
    let repository = try scratch.open(in: partial)
    let reader = try TreeReader(repository)
    let tree = try scratch.id("main^{tree}")
    #expect(
      try reader.files(below: ["file.txt"].compactMap { RepositoryPath($0) }, in: tree).count == 1)
    #expect(try reader.blob(try scratch.id("main:file.txt"), limit: 1000) == nil)
  }

  @Test("Commits with signatures, merged tags and broken dates")
  func headers() throws {
    let scratch = try history()
    let tree = try scratch.git("rev-parse HEAD^{tree}")
    let parent = try scratch.git("rev-parse HEAD")
    let person = "N <n@example.com>"
    let objects = [
      "tree \(tree)\nparent \(parent)\nauthor \(person) 1700000000 +0000\ncommitter \(person) 1700000000 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n parent \(tree)\n -----END PGP SIGNATURE-----\n\nSigned\n",
      "tree \(tree)\nparent \(parent)\nauthor \(person) 1700000000 +0000\ncommitter \(person) 1700000000 +0000\nmergetag object \(parent)\n type commit\n tag v1\n tagger \(person) 1 +0000\n \n text\n\nMerged a tag\n",
      "tree \(tree)\nparent \(parent)\nauthor \(person) 1700000000 +0000\ncommitter \(person) never\n\nBroken date\n",
      "tree \(tree)\nauthor N <> 5 -7000\ncommitter N <> 5 -7000\n\n",
    ]
    for (number, object) in objects.enumerated() {
      let id = try scratch.git(
        ["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], input: object)
      try scratch.git(["update-ref", "refs/heads/odd\(number)", id])
    }
    let repository = try scratch.open()
    var found: Set<String> = []
    try repository.walk(from: try repository.references().map(\.target)) {
      id, _, _ in found.insert(id.description)
    }
    #expect(found == Set(try scratch.git("rev-list --all").split(separator: "\n").map(String.init)))
    let id = try scratch.id("odd0")
    #expect(try repository.readCommit(id) { commit, _ in commit.parents.count } == 1)
    #expect(
      try repository.readCommit(try scratch.id("odd2")) { $0.committerTime + $1.count * 0 } == 0)
    #expect(try repository.readCommit(try scratch.id("HEAD^{tree}")) { _, _ in 1 } == nil)
  }

  @Test("A lost parent is reported")
  func lostParent() throws {
    let scratch = try ScratchRepository()
    let one = try scratch.commit("one")
    try scratch.commit("two")
    try FileManager.default.removeItem(
      atPath: scratch.path + "/.git/objects/\(one.prefix(2))/\(one.dropFirst(2))")
    let summary = try scratch.open().walk(from: [try scratch.id("HEAD")]) { _, _, _ in }
    #expect(summary.visited == 1)
    #expect(summary.missing.map(\.description) == [one])
  }

  @Test("Notes equal git notes, also when they fan out")
  func notes() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let reference = "refs/notes/execplan"
    #expect(try scratch.open().notes(under: reference, limit: 1000).isEmpty)
    var stream = ""
    var ids: [String] = []
    for number in 0..<320 {
      stream +=
        "commit refs/heads/many\nmark :\(number + 1)\ncommitter N <n@x> \(number) +0000\ndata 1\nx"
        + "\n"
    }
    stream += "commit \(reference)\ncommitter N <n@x> 400 +0000\ndata 1\nn\n"
    for number in 0..<320 {
      let text = "ExecPlan: EP-20260101-\(number)\n"
      stream += "N inline :\(number + 1)\ndata \(text.utf8.count)\n\(text)\n"
    }
    try scratch.git(["fast-import", "--quiet"], input: stream)
    try scratch.git([
      "notes", "--ref=execplan", "add", "-m", "long " + String(repeating: "x", count: 2000),
    ])
    ids = try scratch.git(["notes", "--ref=execplan", "list"]).split(separator: "\n")
      .map { String($0.suffix(40)) }
    #expect(ids.count == 321)
    #expect(
      try scratch.git("ls-tree --name-only refs/notes/execplan").split(separator: "\n")[0].count
        == 2)
    let repository = try scratch.open()
    let notes = try repository.notes(under: reference, limit: 5000)
    #expect(notes.map(\.annotated.description) == ids.sorted())
    for note in [notes[0], notes[160], notes[320]] {
      let shown = try scratch.git([
        "notes", "--ref=execplan", "show", note.annotated.description,
      ])
      #expect(String(decoding: note.text, as: UTF8.self) == shown + "\n")
    }
    #expect(try repository.notes(under: reference, limit: 1000).count == 320)
  }

  @Test("Merge bases equal git merge-base --all, criss-cross and without one")
  func mergeBases() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("r")
    try scratch.git("branch b")
    try scratch.commit("a1", file: "a")
    try scratch.git("switch -q b")
    try scratch.commit("b1", file: "b")
    try scratch.git("branch b1")
    try scratch.git("merge -q -m x main")
    try scratch.git("switch -q main")
    try scratch.git("merge -q -m y b1")
    try scratch.commit("a2", file: "a")
    try scratch.git("switch -q --orphan lone")
    try scratch.commit("lone", file: "l")
    let repository = try scratch.open()
    for (one, other) in [("main", "b"), ("main", "lone"), ("main", "b1"), ("b1", "b1")] {
      let outcome = try scratch.tryGit(["merge-base", "--all", one, other])
      let bases = try repository.mergeBases(try scratch.id(one), try scratch.id(other))
      #expect(bases.map(\.description).sorted() == outcome.lines.sorted())
    }
    #expect(try repository.mergeBases(try scratch.id("main"), try scratch.id("b")).count == 2)
  }

  @Test("Staged paths equal git diff --cached, before the first commit too")
  func staged() throws {
    let scratch = try ScratchRepository()
    func compare(_ index: String? = nil) throws {
      let environment = index.map { ["GIT_INDEX_FILE": $0] } ?? [:]
      let expected = try scratch.fields(
        ["diff", "--cached", "--name-only", "--no-renames", "-z"], environment: environment)
      let repository = try scratch.open()
      let head = try repository.head().commit
      let tree = try head.flatMap { try repository.readCommit($0) { commit, _ in commit.tree } }
      let paths = try repository.stagedPaths(index: index.map { FilePath($0) }, since: tree)
      #expect(paths?.map(\.description).sorted() == expected.sorted())
    }
    try compare()
    try scratch.write("1", to: "a/b")
    try scratch.write("1", to: "ü c")
    try scratch.git("add --all")
    try compare()
    try scratch.commit("one")
    try compare()
    try scratch.write("2", to: "a/b")
    try scratch.write("3", to: "new")
    try scratch.git("rm -q --cached -- file.txt")
    try scratch.git("add a/b")
    try scratch.git("add --intent-to-add new")
    try scratch.git(
      "update-index --chmod=+x ü c".split(separator: " ").prefix(2).map(String.init) + ["ü c"])
    try compare()
    let other = scratch.path + "/.git/other-index"
    try scratch.git(["read-tree", "HEAD"], environment: ["GIT_INDEX_FILE": other])
    try scratch.git(["rm", "-q", "--cached", "a/b"], environment: ["GIT_INDEX_FILE": other])
    try compare(other)
  }
}
