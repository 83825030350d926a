import TestSupport
import Testing

struct FirstStoryTests {
  @Test func outsideOfARepositoryThereIsOneClearError() throws {
    let repository = try ScratchRepository()
    let outcome = try repository.execplan(["status"], in: repository.surroundings)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.hasPrefix("error: cannot open the repository at "))
    #expect(outcome.output.isEmpty)
  }
}
