import Correlation
import GitModel
import Plans
import Testing

@testable import Reports

/// What `status --explain` says, word for word.
@Suite struct PlanExplanationTests {
  /// A repository with one plan: each commit by its parents and its message, oldest first; then branches.
  private struct Sketch {
    var commits: [(parents: [Int], message: String)] = []
    var branches: [(name: String, tip: Int)] = []
    var further: [String] = []
    var copies: [(of: Int, copy: Int)] = []
    var title = "Sign in with a passkey"

    /// Commit *n* has the name that begins with *n* in hexadecimal digits.
    static func id(_ number: Int) -> ObjectID {
      ObjectID(String(repeating: "\(number % 10)", count: 40)) ?? .zero
    }

    func explained(_ style: TextStyle) throws -> [String] {
      var builder = CommitGraphBuilder()
      for (number, commit) in commits.enumerated() {
        builder.add(
          Self.id(number), tree: .zero, parents: commit.parents.map(Self.id),
          committerTime: Int64(number * 60))
      }
      let graph = builder.finish().graph
      func place(_ number: Int) -> CommitIndex { CommitIndex(number) }
      var facts = RepositoryFacts(graph: graph)
      for (number, commit) in commits.enumerated() {
        facts.messages[place(number)] = MessageFacts(
          message: Array(commit.message.utf8), isMerge: commit.parents.count > 1)
      }
      facts.branches = branches.map { name, tip in
        BranchFacts(
          branch: Branch(
            reference: "refs/heads/\(name)", name: name, remote: nil, head: Self.id(tip),
            upstream: nil), head: place(tip), isTarget: name == "main",
          isFurtherTarget: further.contains(name))
      }
      let targets = branches.map { name, tip in
        (name, TargetFacts(reference: "refs/heads/\(name)", commit: place(tip)))
      }
      facts.target = targets.first { $0.0 == "main" }?.1
      facts.furtherTargets = targets.filter { further.contains($0.0) }.map(\.1)
      let id = try #require(PlanID(day: 20_260_112, sequence: 1))
      let path = try #require(RepositoryPath(".agent/exec_plans/a/\(id)_a.md"))
      var plan = Plan(key: .id(id), path: path, title: title)
      plan.status = .planned
      facts.plans = PlanDirectory(plans: [plan])
      var correlator = Correlator(facts)
      var found = LandingFacts()
      for copy in copies {
        found.copies[place(copy.of), default: []].insert(
          CommitCopy(way: .rebase(place(copy.copy)), reason: .patch))
      }
      _ = correlator.take(found)
      let answers = correlator.answer(kinds: [:])
      var context = ReportContext()
      for (number, commit) in commits.enumerated() {
        context.subjects[Self.id(number)] = commit.message.split(separator: "\n").first
          .map(String.init)
      }
      return PlanExplanation(answer: answers.plans[0], answers: answers, context: context)
        .lines(style)
    }
  }

  private static let trailer = "\n\nExecPlan: EP-20260112-001\n"
  private let plain = TextStyle(hasColour: false, width: nil)

  private func merged() -> Sketch {
    var sketch = Sketch()
    sketch.commits = [
      ([], "begin"), ([0], "Store passkeys" + Self.trailer),
      ([1], "Ask for the passkey" + Self.trailer),
      ([0, 2], "Merge branch 'ep/EP-20260112-001-passkey'\n"),
    ]
    sketch.branches = [("main", 3), ("ep/EP-20260112-001-passkey", 2)]
    return sketch
  }

  @Test func aMergedBranch() throws {
    #expect(
      try merged().explained(plain) == [
        "EP-20260112-001  Sign in with a passkey",
        "  planned → done: 2 commits landed on main by merge, none open",
        "  branch ep/EP-20260112-001-passkey is merged (merge)",
        "  commits, newest first",
        "    3333333333 merge [merge]  Merge branch 'ep/EP-20260112-001-passkey'",
        "    2222222222 landed through 3333333333 [trailer, merge]  Ask for the passkey",
        "    1111111111 landed through 3333333333 [trailer, merge]  Store passkeys",
      ])
  }

  @Test func aNarrowTerminal() throws {
    #expect(
      try merged().explained(TextStyle(hasColour: false, width: 40)) == [
        "EP-20260112-001  Sign in with a passkey",
        "  planned → done: 2 commits landed on",
        "    main by merge, none open",
        "  branch ep/EP-20260112-001-passkey is",
        "    merged (merge)",
        "  commits, newest first",
        "    3333333333 merge [merge]",
        "      Merge branch 'ep/EP-20260112-001-…",
        "    2222222222 landed through 3333333333",
        "      [trailer, merge]",
        "      Ask for the passkey",
        "    1111111111 landed through 3333333333",
        "      [trailer, merge]",
        "      Store passkeys",
      ])
  }

  @Test(arguments: 20...90)
  func noLineIsWiderThanItsWordsNeed(width: Int) throws {
    var sketch = merged()
    sketch.further = ["release/1.0", "release/1.1"]
    sketch.branches += sketch.further.map { ($0, 0) }
    for style in [false, true].map({ TextStyle(hasColour: $0, width: width) }) {
      for line in try sketch.explained(style) {
        let text = line.replacing(/\u{1B}\[\d+m/, with: "")
        let isWord = !text.drop { $0 == " " }.contains(" ")
        #expect(TerminalText.width(of: text) <= width || isWord, "\(text)")
      }
    }
  }

  @Test func targetsBesideTheFirst() throws {
    var sketch = merged()
    sketch.commits += [([0], "Pick"), ([0, 2], "Release")]
    sketch.copies = [(of: 2, copy: 4)]
    sketch.branches += [("release/1.0", 0), ("release/1.1", 4), ("release/2.0", 5)]
    sketch.further = ["release/1.0", "release/1.1", "release/2.0"]
    let lines = try sketch.explained(plain)
    #expect(lines[1] == "  planned → done: 2 commits landed on main by merge, none open")
    #expect(
      lines[2] == "  also on release/2.0; 1 of 2 commits on release/1.1; not yet on release/1.0")
  }

  @Test func workThatWasTakenBackBeforeItLanded() throws {
    var sketch = merged()
    let id = Sketch.id(1).description
    sketch.commits[2] = ([1], "Revert it\n\nThis reverts commit \(id).\n")
    let lines = try sketch.explained(plain)
    #expect(lines[1] == "  planned → active: 1 commit was taken back before landing on main")
  }

  @Test func nothingOfARepositoryReachesTheTerminalAsItIs() throws {
    var sketch = Sketch()
    sketch.title = "Evil \u{1B}]0;title\u{7}"
    sketch.commits = [
      ([], "begin"), ([0], "\u{1B}[31mred\u{1B}[0m \u{202E}reversed\r" + Self.trailer),
    ]
    sketch.branches = [("main", 0), ("x\u{202E}EP-20260112-001", 1), ("release\u{9B}", 0)]
    sketch.further = ["release\u{9B}"]
    for width in [nil, 40, 80] {
      let text = try sketch.explained(TextStyle(hasColour: false, width: width)).joined()
      #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl || $0.value < 0x20 })
      #expect(!text.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
      #expect(text.contains("\\x1b"))
    }
  }
}
