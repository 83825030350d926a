import Foundation
import TestSupport
import Testing

struct InitCommandTests {
  private static let files = [
    ".agent/PLANS.md", ".agent/templates/EXECPLAN_TEMPLATE.md",
    ".agent/templates/MILESTONE_TEMPLATE.md", ".agent/exec_plans/registry.json", ".gitattributes",
  ]
  private static let keys = ["registry", "plan"].flatMap {
    ["merge.execplan-\($0).name", "merge.execplan-\($0).driver"]
  }

  @Test func initialisingAgainChangesNothing() throws {
    let repository = try ScratchRepository()
    let first = try repository.json("init")
    #expect(first["created"].strings == Self.files)
    #expect(first["configured"].strings == Self.keys)
    #expect(first["written"].boolean == true)
    let before = try repository.snapshot()
    let second = try repository.json("init")
    #expect(second["kept"].strings == Self.files)
    for list in ["created", "updated", "configured"] {
      #expect(second[list].isList && second[list].array.isEmpty)
    }
    #expect(second["written"].boolean == false)
    #expect(try repository.snapshot().differences(from: before).isEmpty)
    let third = try repository.execplan("init")
    #expect(third.output.isEmpty)
    #expect(third.errors == "nothing to do: .agent is set up\n")
  }

  @Test func aDryRunWritesNothing() throws {
    let repository = try ScratchRepository()
    try repository.write("* text=auto\n", to: ".gitattributes")
    let before = try repository.snapshot()
    let json = try repository.json("init", "--dry-run")
    #expect(json["created"].strings == Array(Self.files.dropLast()))
    #expect(json["updated"].strings == [".gitattributes"])
    #expect(json["configured"].strings == Self.keys)
    #expect(json["written"].boolean == false)
    let text = try repository.execplan("init --dry-run")
    #expect(text.lines.first == "would create .agent/PLANS.md")
    #expect(text.lines.contains("would update .gitattributes"))
    #expect(try repository.snapshot().differences(from: before).isEmpty)
  }

  @Test func whatAPersonChangedIsReplacedByForceOnly() throws {
    let repository = try ScratchRepository()
    _ = try repository.json("init")
    let own = try repository.read(".agent/PLANS.md")
    try repository.write("our own rules\n", to: ".agent/PLANS.md")
    try repository.write("{}", to: ".agent/exec_plans/registry.json")
    let kept = try repository.execplan("init")
    #expect(kept.errors.contains("kept .agent/PLANS.md, which differs"))
    #expect(try repository.read(".agent/PLANS.md") == "our own rules\n")
    let forced = try repository.execplan("init --force")
    #expect(forced.lines == ["updated .agent/PLANS.md"])
    #expect(try repository.read(".agent/PLANS.md") == own)
    // The registry is no file of the program's own words: other commands keep it.
    #expect(try repository.read(".agent/exec_plans/registry.json") == "{}")
  }

  @Test(arguments: [
    ("* text=auto\n", "* text=auto\n@"), ("* text=auto", "* text=auto\n@"),
    ("*.md text\r\n*.png binary\r\n", "*.md text\r\n*.png binary\r\n@"),
    (
      ".agent/exec_plans/registry.json merge=union\n",
      ".agent/exec_plans/registry.json merge=union\n.agent/exec_plans/**/*.md merge=execplan-plan\n"
    ),
  ])
  func attributesAreAddedBelowWhatIsThere(before: String, after: String) throws {
    let repository = try ScratchRepository()
    try repository.write(before, to: ".gitattributes")
    let json = try repository.json("init")
    #expect(json["updated"].strings == [".gitattributes"])
    var rules =
      ".agent/exec_plans/registry.json merge=execplan-registry\n"
      + ".agent/exec_plans/**/*.md merge=execplan-plan\n"
    if before.contains("\r\n") { rules = rules.replacing("\n", with: "\r\n") }
    #expect(try repository.read(".gitattributes") == after.replacing("@", with: rules))
    // Git understands them.
    for (path, driver) in [
      ("registry.json", before.contains("union") ? "union" : "execplan-registry"),
      ("EP-20260101-001.md", "execplan-plan"), ("a/EP-20260101-001_a.md", "execplan-plan"),
      ("a/milestones/active/MS001_b.md", "execplan-plan"), ("a/notes.txt", "unspecified"),
    ] {
      let answer = try repository.git(["check-attr", "merge", "--", ".agent/exec_plans/\(path)"])
      #expect(answer.hasSuffix("merge: \(driver)"), "\(answer)")
    }
  }

  @Test func everyFolderOfPlansHasItsLines() throws {
    let repository = try ScratchRepository()
    let folder = "the \"docs\"/[plans]*"
    try repository.git(["config", "execplan.roots", folder])
    try repository.writePlan(1, "one")
    let json = try repository.json("init")
    #expect(json["created"].strings.contains("\(folder)/registry.json"))
    for root in [folder, ".agent/exec_plans"] {
      let answer = try repository.git([
        "check-attr", "-z", "merge", "--", "\(root)/a/EP-1.md", "\(root)/registry.json",
      ])
      #expect(
        answer.split(separator: "\0").map(String.init).filter { $0.hasPrefix("execplan-") } == [
          "execplan-plan", "execplan-registry",
        ])
    }
    #expect(try repository.json("init")["updated"].array.isEmpty)
  }

  @Test func aCloneNeedsTheConfigurationAlone() throws {
    let repository = try ScratchRepository()
    _ = try repository.json("init")
    try repository.commit("set up", file: "README")
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    let json = try repository.json("init", in: clone)
    #expect(json["created"].array.isEmpty && json["updated"].array.isEmpty)
    #expect(json["configured"].strings == Self.keys)
    #expect(try repository.git(["status", "--porcelain"], in: clone) == "")
  }

  @Test func theOtherAgentFolderIsRespected() throws {
    let repository = try ScratchRepository()
    try repository.write("notes\n", to: ".agents/notes.md")
    let json = try repository.json("init")
    #expect(
      json["created"].strings.allSatisfy { $0.hasPrefix(".agents/") || $0 == ".gitattributes" })
    #expect(
      try repository.read(".gitattributes").hasPrefix(".agents/exec_plans/registry.json merge="))
  }

  /// A program that starts git may have a short PATH, and the program may lie where a shell needs quotes.
  @Test func theDriverFindsTheProgramAnywhere() throws {
    let repository = try ScratchRepository()
    let folder = repository.surroundings + "/a b'c\"d%A;$(x)#e"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let program = folder + "/git-execplan"
    try FileManager.default.copyItem(atPath: ProgramRunner.execplan, toPath: program)
    let outcome = try ProgramRunner.run(
      program, ["init"], in: repository.path, environment: repository.environment)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    try repository.commit("set up", file: "README")
    for slug in ["left", "right"] {
      try repository.git("switch --quiet --create \(slug) main")
      _ = try repository.json("new", slug, "--date", slug == "left" ? "2026-01-01" : "2026-01-02")
      try repository.commit(slug, file: slug)
    }
    try repository.git(["merge", "--quiet", "left"], environment: ["PATH": "/usr/bin:/bin"])
    #expect(try repository.execplan("registry check --fail-on-warn").exitCode == 0)
  }
}
