import Foundation
import Plans
import SystemPackage
import TestSupport
import Testing
import WorkTree

@testable import Commands

/// Commands that are killed at each of their steps on disk. `Tests/Faults` does the same from outside,
/// with the system's own calls.
struct KilledCommandTests {
  /// A command, and how plans are arranged where it runs.
  struct Case: CustomTestStringConvertible {
    let words: String
    var isByState = false

    var testDescription: String { words + (isByState ? " (by state)" : "") }
  }

  @Test(
    "Killed at any step and run again, a command leaves what it leaves undisturbed",
    arguments: [
      Case(words: "complete EP-20260101-002 --date 2026-02-03"),
      Case(words: "complete EP-20260101-002 --date 2026-02-03", isByState: true),
      Case(words: "archive EP-20260101-003 --date 2026-02-03"),
      Case(words: "milestone complete EP-20260101-003/MS001 --date 2026-02-03"),
      Case(words: "lint --fix"), Case(words: "registry update"),
    ])
  func killed(_ killing: Case) throws {
    let repository = try ScratchRepository()
    try fill(repository, isByState: killing.isByState)
    let before = try WorkTreeSnapshot(of: repository.path)
    let (whole, code) = try run(killing, in: repository, on: Self.quickDisk)
    #expect(code == 0 || code == 1)
    #expect(whole != before && whole.journals.isEmpty)
    var step = 0
    while true {
      let killer = FailingDisk(failingAt: step, isDead: true)
      let folder = try copy(repository)
      _ = try execute(killing, in: folder.path, repository, on: killer.disk)
      guard killer.hasFailed else { break }
      _ = try execute(killing, in: folder.path, repository, on: Self.quickDisk)
      #expect(try WorkTreeSnapshot(of: folder.path) == whole, "killed at step \(step)")
      step += 1
    }
    #expect(step > 8)
  }

  private static let quickDisk = Disk(flushes: false) { _ in nil }

  private func run(
    _ command: Case, in repository: ScratchRepository, on disk: Disk
  ) throws -> (WorkTreeSnapshot, Int32) {
    let folder = try copy(repository)
    let code = try execute(command, in: folder.path, repository, on: disk)
    return (try WorkTreeSnapshot(of: folder.path), code)
  }

  private func execute(
    _ command: Case, in folder: String, _ repository: ScratchRepository, on disk: Disk
  ) throws -> Int32 {
    let nowhere = try FileDescriptor.open("/dev/null", .writeOnly)
    defer { try? nowhere.close() }
    let stream = OutputStream(nowhere)
    let today = try #require(CalendarDate("2026-02-03"))
    let environment = CommandEnvironment(
      variables: repository.environment, directory: FilePath(folder), output: stream,
      errors: stream, calendar: { today }, disk: disk)
    return Program.run(
      ["git-execplan"] + command.words.split(separator: " ").map(String.init), in: environment)
  }

  private func copy(_ repository: ScratchRepository) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.removeItem(atPath: folder.path)
    try FileManager.default.copyItem(atPath: repository.path, toPath: folder.path)
    return folder
  }

  /// Three plans: one alone in its folder with a note, two that share one, each with a milestone.
  private func fill(_ repository: ScratchRepository, isByState: Bool) throws {
    let root = ".agent/exec_plans/" + (isByState ? "active/" : "")
    for (number, slug) in [(1, "shared"), (2, "alone"), (3, "shared")] {
      let id = "EP-20260101-00\(number)"
      try repository.write(
        """
        ---
        id: \(id)
        title: "Plan \(number)"
        status: active
        kind: feature
        domain: backend
        owner: "@mara"
        created: 2026-01-01
        updated: 2026-01-01
        ---

        # Plan \(number)
        Words of plan \(number).

        ## Progress

        - [x] Done.

        """, to: "\(root)\(slug)/\(id)_\(slug).md")
      try repository.write(
        "---\nid: \(id)/MS001\nstatus: \(number == 2 ? "completed" : "planned")\n---\n# Part\n",
        to: "\(root)\(slug)/milestones/active/\(id)_MS001_part.md")
    }
    try repository.write("by hand\n", to: "\(root)alone/notes/a.txt")
  }
}
