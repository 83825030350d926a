import Foundation
import TestSupport
import Testing

/// What cannot be done is said in one line, with the right exit code, and leaves everything as it was.
struct WrongInputTests {
  private typealias Scratch = ScratchRepository

  /// Expects a run to fail with one line of error on stderr and hints at most, and to change nothing.
  private func expectFailure(
    of words: [String], code: Int32 = 2, saying text: String, in repository: ScratchRepository,
    directory: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try repository.snapshot()
    let outcome = try repository.execplan(words, in: directory)
    #expect(outcome.exitCode == code, "\(words)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    let lines = outcome.errors.split(separator: "\n")
    let errors = lines.filter { $0.lowercased().hasPrefix("error:") }
    #expect(errors.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(text), "\(outcome.errors)", sourceLocation: sourceLocation)
    if code == 2 {
      #expect(
        lines.allSatisfy { $0.hasPrefix("error: ") || $0.hasPrefix("hint: ") },
        "\(outcome.errors)", sourceLocation: sourceLocation)
    }
    #expect(
      try repository.snapshot().differences(from: before).isEmpty, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "status", "list", "init", "new X", "start EP-20260101-001", "sync", "check", "release",
    "registry build", "hooks install", "show EP-20260101-001",
  ])
  func outsideOfARepository(words: String) throws {
    let repository = try ScratchRepository()
    try expectFailure(
      of: words.split(separator: " ").map(String.init), saying: "cannot open the repository at",
      in: repository, directory: repository.surroundings)
  }

  @Test func aFolderThatIsNotThere() throws {
    let repository = try ScratchRepository()
    try expectFailure(of: ["status", "-C", "nowhere"], saying: "nowhere", in: repository)
  }

  @Test(arguments: ["status", "show", "start", "sync"])
  func plansThatAreUnknownOrMisspelt(command: String) throws {
    let repository = try Scratch.withPlans("auth")
    for word in ["EP-20260101-999", "EP-2026-1", "nothing-like-it", "docs/plan.md"] {
      try expectFailure(of: [command, word], saying: word, in: repository)
    }
  }

  @Test(arguments: [
    "status --frobnicate", "frobnicate", "start", "release v1 --all", "list --status x",
  ])
  func wrongUsage(words: String) throws {
    let repository = try Scratch.withPlans("auth")
    try expectFailure(
      of: words.split(separator: " ").map(String.init), code: 64, saying: "Usage:", in: repository)
  }

  @Test(arguments: [
    ["X", "--depends-on", "EP-1"], ["X", "--date", "2026-02-30"], ["X", "--kind", "toy"],
    ["X", "--slug", "../up"], ["X", "--slug", "active"], ["  "], ["two\nlines"],
  ])
  func wrongValuesOfANewPlan(words: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    try expectFailure(of: ["new"] + words, code: 64, saying: "Usage:", in: repository)
  }

  @Test func aNewPlanThatDependsOnNothingKnownOrTakesAPlace() throws {
    let repository = try Scratch.withPlans("auth")
    try expectFailure(
      of: ["new", "X", "--depends-on", "EP-20260101-777"], saying: "EP-20260101-777",
      in: repository)
    try expectFailure(of: ["new", "X", "--slug", "auth"], saying: "auth", in: repository)
  }

  @Test func anUnbornBranchCannotBeStartedFrom() throws {
    let repository = try ScratchRepository()
    try repository.writePlan(1, "auth")
    try expectFailure(
      of: ["start", Scratch.planID(1)], saying: "no commit yet", in: repository)
  }

  @Test func aSwitchThatWouldLoseWorkLeavesNoBranch() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet -c other")
    try repository.commit("other", file: "README", text: "other\n")
    try repository.write("not committed\n", to: "README")
    try expectFailure(
      of: ["start", Scratch.planID(1), "--from", "main"], saying: "cannot switch to ep/",
      in: repository)
  }

  @Test func commitsTargetsAndTagsThatAreNotThere() throws {
    let repository = try Scratch.withPlans("auth")
    try expectFailure(of: ["status", "--target", "nowhere"], saying: "nowhere", in: repository)
    try expectFailure(
      of: ["start", Scratch.planID(1), "--from", "nowhere"], saying: "nowhere", in: repository)
    try expectFailure(of: ["release", "v9"], saying: "v9", in: repository)
    try expectFailure(of: ["release"], saying: "there is no release yet", in: repository)
    try expectFailure(of: ["release", "nowhere..main"], saying: "nowhere", in: repository)
    try expectFailure(of: ["check", "nowhere..HEAD"], saying: "nowhere", in: repository)
  }

  @Test func aFileWhereAFolderShouldBe() throws {
    let repository = try ScratchRepository()
    try repository.write("", to: ".agent")
    try expectFailure(of: ["init"], saying: ".agent", in: repository)
    try expectFailure(of: ["new", "X"], saying: ".agent", in: repository)
  }

  @Test func aLinkThatLeadsOutOfTheRepository() throws {
    let repository = try Scratch.withPlans()
    let outside = repository.surroundings + "/outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    for link in [".agent", ".agents"] {
      try FileManager.default.createSymbolicLink(
        atPath: repository.path + "/" + link, withDestinationPath: outside)
      try expectFailure(of: ["new", "X"], saying: "symbolic link", in: repository)
      try expectFailure(of: ["init"], saying: "symbolic link", in: repository)
      try FileManager.default.removeItem(atPath: repository.path + "/" + link)
    }
  }

  @Test(arguments: [
    ("execplan.doneWhen", "sometimes"), ("execplan.plans", "../elsewhere"),
    ("execplan.plans", "/etc"),
  ])
  func configurationThatMeansNothing(key: String, value: String) throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("config \(key) \(value)")
    try expectFailure(of: ["status"], saying: key, in: repository)
  }

  @Test func repositoriesThatCannotBeRead() throws {
    let sha256 = try ScratchRepository(["--object-format=sha256"])
    try expectFailure(of: ["status"], saying: "SHA-256", in: sha256)
    let reftable = try Scratch.withPlans("auth")
    try reftable.git("config core.repositoryFormatVersion 1")
    try reftable.git("config extensions.refStorage reftable")
    try expectFailure(of: ["status"], saying: "reftable", in: reftable)
  }
}
