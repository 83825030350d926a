import Foundation
import TestSupport
import Testing

/// What commands say and do after one was killed while it wrote.
struct InterruptedCommandTests {
  /// A journal that has yet to move `README` into the folder `docs`.
  private static let journal = """
    git-execplan transaction 1
    move\tREADME\tdocs/README
    end\t342aeb59e2d6fe2e

    """

  private func interrupted() throws -> ScratchRepository {
    let repository = try ScratchRepository.withPlans("auth")
    try repository.write(Self.journal, to: ".git/execplan-transaction")
    return repository
  }

  @Test(arguments: [
    "status", "list", "show EP-20260101-001", "registry check", "release --unreleased",
  ])
  func commandsThatReadWarnAndLeaveItAlone(_ words: String) throws {
    let repository = try interrupted()
    let before = try repository.snapshot()
    let outcome = try repository.execplan(words)
    #expect(
      outcome.errors.contains("warning: an interrupted command has left plans half-written"))
    #expect(outcome.errors.contains("git execplan registry update"))
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test(arguments: ["registry update", "sync", "init", "new Another"])
  func commandsThatWriteFinishItFirst(_ words: String) throws {
    let repository = try interrupted()
    let outcome = try repository.execplan(words)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("finished what an interrupted command had begun"))
    #expect(!outcome.errors.contains("half-written"))
    #expect(try repository.git("status --porcelain").contains(" D README"))
    #expect(try repository.read("docs/README").isEmpty == false)
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/.git/execplan-transaction"))
  }

  @Test func whatAPersonChangedMeanwhileIsNamed() throws {
    let repository = try interrupted()
    try repository.write("mine\n", to: "docs/README")
    let outcome = try repository.execplan("sync")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains("warning: docs/README is there already, so that README stays"))
    #expect(try repository.read("docs/README") == "mine\n")
  }

  @Test func aDamagedJournalIsRefusedByName() throws {
    let repository = try ScratchRepository.withPlans("auth")
    try repository.write("rubbish\n", to: ".git/execplan-transaction")
    let before = try repository.snapshot()
    let outcome = try repository.execplan("sync")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("error: cannot finish the interrupted command"))
    #expect(
      outcome.errors.contains("then remove the file \(repository.path)/.git/execplan-transaction"))
    #expect(try repository.snapshot().differences(from: before) == [])
  }

  @Test func aLinkedWorkTreeHasItsOwn() throws {
    let repository = try interrupted()
    try repository.git("worktree add --quiet ../other -b other")
    let other = repository.surroundings + "/other"
    let outcome = try repository.execplan(["status"], in: other)
    #expect(!outcome.errors.contains("interrupted"))
    try repository.git("mv README moved")
    let sync = try repository.execplan(["sync"], in: other)
    #expect(sync.exitCode == 0 && !sync.errors.contains("interrupted"))
  }
}
