import Foundation
import TestSupport
import Testing

extension ScratchRepository {
  /// Makes a repository whose branch `main` has one commit with these plans, numbered from 1.
  static func withPlans(_ slugs: String...) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    for (place, slug) in slugs.enumerated() { try repository.writePlan(place + 1, slug) }
    try repository.commit("plans\n\nExecPlan: none (set-up)", file: "README")
    return repository
  }

  /// Returns the ID of a plan by its number.
  static func planID(_ number: Int) -> String { "EP-20260101-00\(number)" }

  /// Returns the path of a plan.
  static func planPath(_ number: Int, _ slug: String) -> String {
    ".agent/exec_plans/\(slug)/\(planID(number))_\(slug).md"
  }

  /// Writes a plan's document.
  ///
  /// - Parameter boxes: The lines of its section Progress.
  func writePlan(
    _ number: Int, _ slug: String, status: String = "planned", pullRequest: String = "",
    title: String? = nil, boxes: String = "- [x] The only step."
  ) throws {
    let text = """
      ---
      id: \(Self.planID(number))
      title: \(title ?? "\"Plan \(slug)\"")  # a person's comment
      status: \(status)
      kind: feature
      domain: 'backend'
      owner: "@mara"
      created: 2026-01-01
      updated: 2026-01-01
      links:
        issue: ""
        pr: "\(pullRequest)"
      ---

      # Plan \(slug)

      ## Progress

      \(boxes)

      ## Surprises & Discoveries

      ## Decision Log

      ## Outcomes & Retrospective

      """
    try write(text, to: Self.planPath(number, slug))
  }

  /// Writes the document of a plan's milestone 1.
  func writeMilestone(_ number: Int, _ slug: String, status: String = "active") throws {
    let id = Self.planID(number)
    try write(
      """
      ---
      id: \(id)/MS001
      execplan_id: \(id)
      ms: 1
      title: "First part"
      status: \(status)
      ---

      # First part

      """, to: ".agent/exec_plans/\(slug)/milestones/active/\(id)_MS001_first.md")
  }

  /// Commits a file named after the subject, with the trailer of a plan where one is given.
  @discardableResult
  func work(_ subject: String, plan number: Int? = nil, milestone: Bool = false) throws -> String {
    var message = subject
    if let number {
      message += "\n\nExecPlan: \(Self.planID(number))"
      if milestone { message += "\nMilestone: \(Self.planID(number))/MS001" }
    }
    return try commit(message, file: "src/\(subject).txt")
  }

  /// Starts a plan and returns the branch's name; the work tree is on it then.
  @discardableResult
  func start(_ number: Int, _ options: String...) throws -> String {
    let outcome = try execplan(["start", Self.planID(number), "--json"] + options)
    return try #require(try JSONDocument(succeeding(outcome))["branch"].string)
  }

  /// Merges a branch into `main` with a merge commit, as git words it or with a message.
  func merge(_ branch: String, message: String? = nil) throws {
    try git("switch --quiet main")
    try git(["merge", "--quiet", "--no-ff", branch] + (message.map { ["-m", $0] } ?? []))
  }

  /// Runs the program and returns the JSON that it prints.
  func json(_ arguments: String..., in directory: String? = nil) throws -> JSONDocument {
    try JSONDocument(succeeding(execplan(arguments + ["--json"], in: directory)))
  }

  /// Returns what `status` says of a plan.
  func status(of number: Int, _ options: String...) throws -> JSONDocument {
    let outcome = try execplan(["status", Self.planID(number), "--json"] + options)
    return try JSONDocument(succeeding(outcome))["plans"][0]
  }

  /// Returns a commit's evidence for a plan; `nil` where it is not linked.
  func evidence(of commit: String, for number: Int) throws -> [String]? {
    try json("show", Self.planID(number))["linked_commits"].array
      .first { $0["commit"].string == commit }?["evidence"].strings
  }

  /// Runs the program under the name `agentrules`.
  func agentrules(_ arguments: [String]) throws -> CommandOutcome {
    let link = surroundings + "/agentrules"
    if !FileManager.default.fileExists(atPath: link) {
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: ProgramRunner.execplan)
    }
    return try ProgramRunner.run(link, arguments, in: path, environment: environment)
  }

  /// Returns the output of a run that must end well.
  func succeeding(_ outcome: CommandOutcome) throws -> String {
    guard outcome.exitCode == 0 else { throw UnexpectedOutcome(outcome: outcome) }
    return outcome.output
  }

  /// Returns what the repository's folder and all beside it hold.
  func snapshot() throws -> FolderSnapshot { try FolderSnapshot(of: surroundings) }
}
