import Foundation
import TestSupport
import Testing

/// `lint --fix`: what it mends, what it leaves alone, and how it says so.
struct LintFixTests {
  private typealias Scratch = ScratchRepository

  private static let registry = ".agent/exec_plans/registry.json"

  /// Two plans and their registry. The first lacks blank lines, ticks with a capital, and is `Active`; the
  /// second has nothing to mend.
  private func untidy() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth", "billing")
    let path = Scratch.planPath(1, "auth")
    let text = try repository.read(path)
      .replacing("# Plan auth\n\n", with: "# Plan auth\n")
      .replacing("- [x] The only", with: "- [X] The only")
      .replacing("status: planned", with: "status: Active")
    try repository.write(text, to: path)
    _ = try repository.git("add --all")
    _ = try repository.git("commit --quiet --no-verify -m untidy")
    return repository
  }

  private func rules(_ outcome: CommandOutcome, _ member: String = "findings") throws -> [String] {
    try JSONDocument(outcome.output)[member].array.map { $0["rule"].string ?? "" }
  }

  @Test func whatIsMechanicalIsMended() throws {
    let repository = try untidy()
    let path = Scratch.planPath(1, "auth")
    let before = try repository.read(path)
    let outcome = try repository.execplan("lint --fix")
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.errors == "3 files checked, 4 fixed, no findings\n")
    #expect(outcome.lines.count == 4)
    #expect(
      outcome.lines.first
        == "\(path):4:9: fixed: 'Active' is not one of planned, active, paused, done, archived; "
        + "did you mean 'active'? [unknown-status]")
    let after = before.replacing("# Plan auth\n", with: "# Plan auth\n\n")
      .replacing("[X]", with: "[x]").replacing("Active", with: "active")
    #expect(try repository.read(path) == after)
    #expect(
      try repository.git("status --porcelain").split(separator: "\n").map(String.init)
        == [" M " + path, "?? " + Self.registry])
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
    // Once is enough.
    let snapshot = try repository.snapshot()
    let again = try repository.execplan("lint --fix")
    #expect(again.errors == "3 files checked, 0 fixed, no findings\n")
    #expect(try repository.snapshot() == snapshot)
  }

  @Test func aDryRunWritesNothing() throws {
    let repository = try untidy()
    let snapshot = try repository.snapshot()
    let outcome = try repository.execplan("lint --fix --dry-run")
    #expect(outcome.exitCode == 0)
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines.allSatisfy { $0.contains(": would fix: ") })
    #expect(outcome.errors == "3 files checked, 4 to fix, no findings\n")
    #expect(try repository.snapshot() == snapshot)
    let usage = try repository.execplan("lint --dry-run")
    #expect(usage.exitCode == 64)
    #expect(usage.errors.contains("--dry-run goes with --fix"))
  }

  @Test func theRestIsReported() throws {
    let repository = try untidy()
    let path = Scratch.planPath(2, "billing")
    try repository.write(
      repository.read(path).replacing("## Decision Log\n", with: "").replacing(
        "- [x]", with: "- [~]"
      )
      .replacing("# Plan billing\n\n", with: "# Plan billing\n"),
      to: path)
    let outcome = try repository.execplan("lint --fix --json")
    #expect(outcome.exitCode == 1)
    #expect(Set(try rules(outcome)) == ["missing-section", "missing-checkbox", "odd-mark"])
    #expect(
      try rules(outcome, "fixed").sorted() == [
        "blank-after-heading", "blank-after-heading", "odd-mark", "registry-outdated",
        "unknown-status",
      ])
    #expect(
      try JSONDocument(repository.execplan("lint --json").output).keys == ["findings", "schema"])
  }

  @Test func namesNarrowIt() throws {
    let repository = try untidy()
    let snapshot = try repository.snapshot()
    #expect(try repository.execplan("lint --fix billing").errors.contains(" 0 fixed"))
    #expect(try repository.snapshot() == snapshot)
    #expect(try repository.execplan("lint --fix auth").exitCode == 0)
    // Nobody asked for the registry, and nothing made it older than it was.
    #expect(try repository.git("status --porcelain") == " M \(Scratch.planPath(1, "auth"))")
  }

  @Test func aRegistryThatAFixOutdatesIsWritten() throws {
    let repository = try untidy()
    let path = Scratch.planPath(1, "auth")
    let short = try repository.read(path).replacing("Active", with: "active")
      .replacing("created: 2026-01-01", with: "created: 2026-1-1")
    try repository.write(short, to: path)
    _ = try repository.succeeding(repository.execplan("registry build"))
    #expect(try repository.execplan("lint --fix auth").exitCode == 0)
    #expect(try repository.read(Self.registry).contains("\"created\": \"2026-01-01\""))
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }

  @Test func weightsDecideWhatIsMended() throws {
    let repository = try untidy()
    try repository.git("config execplan.lint.odd-mark off")
    try repository.git("config execplan.lint.registry-outdated off")
    let outcome = try repository.execplan("lint --fix")
    #expect(outcome.errors == "3 files checked, 2 fixed, no findings\n")
    #expect(try repository.read(Scratch.planPath(1, "auth")).contains("[X]"))
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/" + Self.registry))
  }

  @Test func linksAreNotFollowed() throws {
    let repository = try untidy()
    let outside = repository.surroundings + "/outside.md"
    try "# A\ntext\n".write(toFile: outside, atomically: true, encoding: .utf8)
    let link = ".agent/exec_plans/auth/EP-20260101-009_link.md"
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/" + link, withDestinationPath: outside)
    _ = try repository.execplan("lint --fix")
    _ = try repository.execplan(["lint", "--fix", link])
    #expect(try String(contentsOfFile: outside, encoding: .utf8) == "# A\ntext\n")
  }

  @Test func aBareRepositoryHasNothingToWriteTo() throws {
    let repository = try untidy()
    try repository.git(["clone", "--quiet", "--bare", ".", "../bare"])
    let outcome = try repository.execplan(
      ["lint", "--fix"], in: repository.surroundings + "/bare")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("needs a work tree"))
  }

  /// Texts made to be slow or to be read wrongly.
  @Test(arguments: [
    String(repeating: "[", count: 300_000), String(repeating: "> ", count: 100_000),
    String(repeating: "- ", count: 100_000) + "x", String(repeating: "# a\n", count: 20_000),
    String(repeating: "# a\r- [X] b\r", count: 5_000),
    String(repeating: "```md\n# a\n", count: 20_000),
    String(repeating: "a\n-\n", count: 20_000),
    String(repeating: "\0", count: 100_000) + "\n# a\nb",
    String(repeating: "- [X] a\n", count: 20_000),
    String(repeating: "|a", count: 100_000) + "\n|-|",
    (0..<400).map { String(repeating: "  ", count: $0) + "- [X] a\n" }.joined(),
  ])
  func hostileTextsAreRead(body: String) throws {
    let repository = try untidy()
    let path = Scratch.planPath(2, "billing")
    let frontMatter = try repository.read(path).components(separatedBy: "# Plan billing")[0]
    try repository.write(frontMatter + body, to: path)
    let outcome = try repository.execplan("lint --fix")
    #expect(outcome.exitCode == 1)
    #expect(try repository.read(path).hasPrefix(frontMatter))
    let snapshot = try repository.snapshot()
    #expect(try repository.execplan("lint --fix").errors.contains(" 0 fixed"))
    #expect(try repository.snapshot() == snapshot)
  }
}
