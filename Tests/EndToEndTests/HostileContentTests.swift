import Foundation
import TestSupport
import Testing

/// What a repository holds may come from anyone: it must not steer a terminal nor lead out of the work tree.
struct HostileContentTests {
  private typealias Scratch = ScratchRepository
  /// Red text and a cleared screen by ESC, the same by the one-character CSI, an overridden reading
  /// direction, a bell.
  private static let attack = "\u{1B}[31m\u{1B}[2J\u{9B}31m\u{202E}\u{7}x"
  /// What of it git allows in the names of references.
  private static let referenceAttack = "\u{9B}31m\u{202E}x"

  /// Returns the characters of a text that no terminal should get to see.
  private func unsafeCharacters(_ text: String) -> [String] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0xA: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E: true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  /// Makes a repository with the attack wherever text of a repository is shown.
  private func hostile() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let attack = Self.attack
    let title = #""\e[31m\e[2J\x9B31m\u202E\ax""#
    try repository.writePlan(1, "auth", title: title)
    try repository.writeMilestone(1, "auth")
    let milestone = ".agent/exec_plans/auth/milestones/active/\(Scratch.planID(1))_MS001_first.md"
    try repository.write(
      repository.read(milestone).replacing("\"First part\"", with: title), to: milestone)
    try repository.writePlan(2, "two", title: title)
    try repository.commit("\(attack)\n\nExecPlan: none", file: "README")
    try repository.commit("\(attack)\n\nExecPlan: docs/\(attack).md", file: "other")
    try repository.commit("\(attack) (#1)\n\nExecPlan: \(Scratch.planID(1))", file: "a\(attack)")
    try repository.commit("\(attack)", file: "b")
    try repository.git(["tag", "v1.0.0" + Self.referenceAttack])
    try repository.git(["config", "execplan.releaseTag", "v*"])
    try repository.git(["switch", "-qc", "ep/\(Scratch.planID(1))-\(Self.referenceAttack)"])
    try repository.commit("\(attack)\n\nExecPlan: \(attack)", file: "c")
    return repository
  }

  @Test(arguments: [
    "list", "status", "status --explain", "status --explain --color=never", "show auth",
    "release --all --unplanned", "release --all --unplanned --format markdown",
    "release --unreleased --unplanned", "check main~3..HEAD", "sync --dry-run", "registry check",
    "start auth --no-switch", "show nothing", "release nothing",
  ])
  func nothingOfTheRepositorySteersTheTerminal(words: String) throws {
    let repository = try hostile()
    let outcome = try repository.execplan(words)
    #expect(!(outcome.output + outcome.errors).isEmpty)
    #expect(unsafeCharacters(outcome.output).isEmpty)
    #expect(unsafeCharacters(outcome.errors).isEmpty)
  }

  @Test(arguments: [
    "list --json", "status --json", "show auth --json", "release --all --json",
    "check main~3..HEAD --json", "registry check --json",
  ])
  func jsonHoldsTheTextButNoControlCharacter(words: String) throws {
    let repository = try hostile()
    let outcome = try repository.execplan(words)
    _ = try JSONDocument(outcome.output)
    // A change of the reading direction is text; control characters are escaped, as JSON allows.
    let found = unsafeCharacters(outcome.output).filter { !$0.hasPrefix("U+20") }
    #expect(Set(found).isEmpty)
    if words == "list --json" {
      #expect(try JSONDocument(outcome.output)["plans"][0]["title"].string == Self.attack)
    }
  }

  @Test func argumentsAreShownSafelyToo() throws {
    let repository = try Scratch.withPlans("auth")
    for words in [
      ["show", Self.attack], ["status", "--target", Self.attack], ["-C", Self.attack, "list"],
    ] {
      let outcome = try repository.execplan(words)
      #expect(outcome.exitCode == 2)
      #expect(unsafeCharacters(outcome.errors).isEmpty, "\(words)")
    }
  }

  @Test func aRefusedCommitShowsTitlesSafely() throws {
    let repository = try hostile()
    _ = try repository.succeeding(repository.execplan("hooks install"))
    try repository.git("switch --quiet main")
    let outcome = try repository.tryGit(["commit", "--allow-empty", "-m", Self.attack])
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains(Scratch.planID(1)))
    #expect(unsafeCharacters(outcome.errors).isEmpty)
  }

  @Test func aPlanThatIsALinkOutOfTheRepositoryIsNeitherReadNorWritten() throws {
    let repository = try Scratch.withPlans("auth", "linked")
    let path = Scratch.planPath(2, "linked")
    let outside = repository.surroundings + "/outside.md"
    let secret = try repository.read(path).replacing("Plan linked", with: "Secret")
    try Data(secret.utf8).write(to: URL(fileURLWithPath: outside))
    try FileManager.default.removeItem(atPath: repository.path + "/" + path)
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/" + path, withDestinationPath: outside)
    try repository.work("one", plan: 1)
    try repository.work("two", plan: 2)
    for words in ["list", "status", "show \(Scratch.planID(2))", "sync", "registry build"] {
      let outcome = try repository.execplan(words)
      #expect(!outcome.output.contains("Secret"), "\(words)")
    }
    #expect(FileManager.default.contents(atPath: outside) == Data(secret.utf8))
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("status: done\n"))
  }

  @Test func aRegistryThatIsALinkIsNotWrittenThrough() throws {
    let repository = try Scratch.withPlans("auth")
    let outside = repository.surroundings + "/outside.json"
    try Data("{}".utf8).write(to: URL(fileURLWithPath: outside))
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/.agent/exec_plans/registry.json", withDestinationPath: outside)
    #expect(try repository.execplan("registry build").exitCode == 2)
    #expect(try repository.execplan("new X").exitCode == 2)
    #expect(FileManager.default.contents(atPath: outside) == Data("{}".utf8))
    #expect(try repository.json("list")["plans"].array.count == 1)
  }

  @Test func aHugeDocumentIsNamedAndDoesNotHideTheOthers() throws {
    let repository = try Scratch.withPlans("auth", "huge")
    let path = Scratch.planPath(2, "huge")
    let filler = String(repeating: "a line that says nothing at all\n", count: 200_000)
    try repository.write(try repository.read(path) + filler, to: path)
    let outcome = try repository.execplan("status")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(Scratch.planID(1)))
    #expect(outcome.errors.contains(path))
    let check = try repository.execplan("registry check")
    #expect(check.exitCode == 1)
    #expect(check.output.contains(path))
  }

  @Test(arguments: [
    "title: \(String(repeating: "[", count: 5_000))\(String(repeating: "]", count: 5_000))",
    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]",
    "title: !!binary x\n? [complex]\n: key", "\u{0}", "title: \"unclosed",
  ])
  func frontMatterThatAttacksTheParserIsAFinding(lines: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.write(
      "---\nid: \(Scratch.planID(2))\n\(lines)\n---\n", to: Scratch.planPath(2, "bad"))
    let outcome = try repository.execplan("status")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(Scratch.planID(1)))
    #expect(try repository.execplan("registry check").exitCode == 1)
  }
}
