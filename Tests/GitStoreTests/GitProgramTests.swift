import Dispatch
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

/// `GitProgram` blocks its thread until git ends. Tests run on the few threads that tasks share, and would
/// take them from the very task that they wait for; so each of these runs on a thread of its own.
@Suite struct GitProgramTests {
  private func onOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
  }

  @Test("Output, errors and failure of a run")
  func run() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      try scratch.commit("one")
      let git = GitProgram(environment: scratch.environment)
      let fine = try git.run(["log", "--format=%s"], in: FilePath(scratch.path))
      #expect(fine.succeeded)
      #expect(fine.output == "one\n")
      #expect(fine.errors.isEmpty)
      let failed = try git.run(["rev-parse", "--verify", "nowhere"], in: FilePath(scratch.path))
      #expect(!failed.succeeded)
      #expect(failed.errors.hasPrefix("fatal: "))
    }
  }

  @Test("Arguments are no shell words")
  func arguments() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let git = GitProgram(environment: scratch.environment)
      let word = "$(touch x); 'a' \"b\" *\n`c`"
      #expect(try git.run(["config", "a.b", word], in: FilePath(scratch.path)).succeeded)
      #expect(try scratch.git("config a.b") == word)
    }
  }

  @Test("A failure that must not be says what git said, without its prefix")
  func require() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      try scratch.commit("one", text: "1")
      try scratch.git("branch other")
      try scratch.commit("two", text: "2")
      try scratch.write("3", to: "file.txt")
      let git = GitProgram(environment: scratch.environment)
      let error = #expect(throws: GitError.self) {
        try git.require(
          ["switch", "other"], in: FilePath(scratch.path), attempt: "switch to other")
      }
      #expect(error?.attempt == "switch to other")
      #expect(error?.reason.hasPrefix("Your local changes") == true)
      #expect(error?.reason.contains("\n") == false)
    }
  }

  @Test("Without git on the PATH one error says so")
  func noGit() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      var environment = scratch.environment
      environment["PATH"] = scratch.path
      let git = GitProgram(environment: environment)
      #expect(throws: GitError.self) { try git.run(["version"], in: FilePath(scratch.path)) }
    }
  }
}
