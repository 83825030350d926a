import Foundation
import TestSupport
import Testing

/// What `check` looks at: ranges, messages, titles, and what CI services say; and how it prints.
struct CheckRangeTests {
  private typealias Scratch = ScratchRepository
  private let one = ScratchRepository.planID(1)

  /// A branch `topic` with a good commit between two bad ones.
  private func topic() throws -> (repository: ScratchRepository, commits: [String]) {
    let repository = try Scratch.withPlans("auth")
    try repository.git("tag v1.0.0")
    try repository.git("switch --quiet -c topic")
    let commits = [
      try repository.work("first"), try repository.work("second", plan: 1),
      try repository.work("third"),
    ]
    return (repository, commits)
  }

  private func checked(
    _ repository: ScratchRepository, _ words: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Int? {
    let outcome = try repository.execplan(["check", "--json"] + words, environment: environment)
    #expect([0, 1].contains(outcome.exitCode), "\(outcome.errors)")
    return try JSONDocument(outcome.output)["checked"].integer
  }

  @Test func aCommitThatTheTargetHasStandsForItself() throws {
    let (repository, commits) = try topic()
    #expect(try checked(repository, ["main"]) == 1)
    #expect(try checked(repository, [commits[1]]) == 2)
    #expect(try checked(repository, ["topic"]) == 3)
  }

  @Test func sinceTheLastReleaseTheOwnTagIsPassedOver() throws {
    let (repository, _) = try topic()
    #expect(try checked(repository, ["--from-last-tag"]) == 3)
    try repository.git("tag v1.1.0")
    #expect(try checked(repository, ["--from-last-tag"]) == 3)
    try repository.work("fourth")
    #expect(try checked(repository, ["--from-last-tag"]) == 1)
  }

  @Test func oneCommitMayBeEnough() throws {
    let (repository, commits) = try topic()
    #expect(try repository.execplan("check --any").exitCode == 0)
    #expect(try repository.execplan(["check", "--any", "\(commits[1]).."]).exitCode == 1)
    try repository.commit("x\n\nExecPlan: EP-20990101-001", file: "y")
    #expect(try repository.execplan("check --any").exitCode == 1)
  }

  @Test(arguments: [
    ("Store the expiry\n\nExecPlan: EP-20260101-001\n", 0), ("Store the expiry\n", 1),
    ("x\n\nExecPlan: EP-20990101-001\n", 1), ("Merge branch 'a'\n", 0),
    ("x\n# ExecPlan: EP-20260101-001\n", 1), ("x\n\nExecPlan: none (docs)\n", 0),
  ])
  func aMessageIsReadFromStandardInput(message: String, code: Int32) throws {
    let repository = try Scratch.withPlans("auth")
    #expect(try repository.execplan(["check", "-"], input: message).exitCode == code)
  }

  @Test(arguments: [
    ("Refresh sessions (EP-20260101-001)", 0), ("EP-20260101-001: refresh", 0), ("Refresh", 1),
    ("EP-20990101-001: refresh", 1), ("Revert \"Refresh\"", 0),
    ("EP-20260101-001-open-issue", 0), ("XEP-20260101-001", 1),
  ])
  func aTitleNamesThePlanAnywhere(title: String, code: Int32) throws {
    let repository = try Scratch.withPlans("auth")
    let outcome = try repository.execplan(["check", "--title", title])
    #expect(outcome.exitCode == code, "\(outcome.output)")
  }

  @Test func escapesAreCounted() throws {
    let (repository, _) = try topic()
    try repository.commit("x\n\nExecPlan: none (typo)", file: "a")
    try repository.git("revert --no-edit HEAD")
    let outcome = try repository.execplan("check")
    #expect(
      outcome.lines.last == "5 commits checked, 2 findings, 1 of no plan, exempt: 1 revert")
    let json = try JSONDocument(repository.execplan("check --json").output)
    #expect(json["accepted"].integer == 1)
    #expect(json["declared_none"][0]["reason"].string == "typo")
    #expect(json["exempt"]["revert"].integer == 1)
  }

  @Test func servicesTellTheRange() throws {
    let (repository, commits) = try topic()
    let event = repository.surroundings + "/event.json"
    let github = [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": event, "GITHUB_EVENT_NAME": "pull_request",
    ]
    func write(_ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: event))
    }
    try write(
      #"{"pull_request":{"base":{"sha":"\#(commits[0])"},"head":{"sha":"\#(commits[2])"}}}"#)
    #expect(try checked(repository, [], github) == 2)
    var push = github
    push["GITHUB_EVENT_NAME"] = "push"
    try write(#"{"before":"\#(commits[1])","after":"\#(commits[2])"}"#)
    #expect(try checked(repository, [], push) == 1)
    // A new branch has nothing before it; a forced push has what is in no clone.
    for before in [String(repeating: "0", count: 40), String(repeating: "1", count: 40)] {
      try write(#"{"before":"\#(before)","after":"\#(commits[2])"}"#)
      #expect(try checked(repository, [], push) == 3)
    }
    let gitlab = [
      "GITLAB_CI": "true", "CI_COMMIT_SHA": commits[2],
      "CI_MERGE_REQUEST_DIFF_BASE_SHA": commits[0],
    ]
    #expect(try checked(repository, [], gitlab) == 2)
    // What a person names comes first.
    #expect(try checked(repository, ["main..topic"], gitlab) == 3)
  }

  @Test func aShallowCloneThatHidesTheRangeIsAnError() throws {
    let (repository, commits) = try topic()
    let clone = repository.surroundings + "/shallow"
    try repository.git(
      ["clone", "--quiet", "--depth=2", "--branch=topic", "file://" + repository.path, clone])
    let environment = [
      "GITLAB_CI": "true", "CI_COMMIT_SHA": commits[2],
      "CI_MERGE_REQUEST_DIFF_BASE_SHA": commits[0],
    ]
    for variables in [environment, [:]] {
      let outcome = try repository.execplan(["check"], in: clone, environment: variables)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("this shallow clone"))
      #expect(outcome.errors.contains("fetch-depth: 0"))
    }
    #expect(try repository.execplan(["check", "HEAD~..HEAD"], in: clone).exitCode == 1)
  }

  @Test func findingsArePrintedForOtherPrograms() throws {
    let (repository, commits) = try topic()
    let hostile = try repository.commit("a <b> & \"c\" % \u{1B}[31m", file: "z")
    let github = try repository.execplan("check --format github").lines
    #expect(github.count == 3)
    #expect(github[0].hasPrefix("::error title=missing-id::\(commits[0].prefix(10)) first: "))
    #expect(!github[2].contains("\u{1B}"))
    let junit = try repository.execplan("check --format junit").output
    let parser = XMLParserProbe(junit)
    #expect(parser.counts == ["testcase": 4, "failure": 3, "testsuite": 1, "testsuites": 1])
    let sarif = try JSONDocument(repository.execplan("check --format sarif").output)
    let results = sarif["runs"][0]["results"].array
    #expect(results.map { $0["ruleId"].string } == Array(repeating: "missing-id", count: 3))
    #expect(results[2]["message"]["text"].string?.hasPrefix(String(hostile.prefix(10))) == true)
  }

  @Test(arguments: [
    ["main..topic", "--from-last-tag"], ["--title", "x", "main"], ["-", "--any"],
    ["--format", "xml"],
  ])
  func wrongWordsAreWrongUsage(words: [String]) throws {
    let repository = try Scratch.withPlans("auth")
    #expect(try repository.execplan(["check"] + words).exitCode == 64)
  }
}
