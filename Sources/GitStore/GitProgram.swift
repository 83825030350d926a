import Dispatch
import Subprocess
import Synchronization
package import SystemPackage

/// The `git` program itself, for the few things that libgit2 cannot do as git does.
///
/// Switching work trees is one: libgit2 runs no clean and smudge filters (Git LFS), knows neither
/// sparse checkouts nor submodules, and calls no post-checkout hook.
package struct GitProgram: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) { self.environment = environment }

  /// What a run of git came to.
  package struct Outcome: Hashable, Sendable {
    package let succeeded: Bool
    package let output: String
    package let errors: String
  }

  /// Runs git in a folder, without a terminal prompt and with C messages, and waits for it.
  ///
  /// - Parameter arguments: Taken as they are; nothing is given to a shell. Put names that come from
  ///   outside behind `--` or give full reference names.
  package func run(_ arguments: [String], in directory: FilePath) throws(GitError) -> Outcome {
    var variables = environment
    variables["LC_ALL"] = "C"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    let result = Self.wait { [variables] in
      try await Self.run(arguments, in: directory, variables: variables)
    }
    do {
      return try result.get()
    } catch {
      throw GitError(
        attempt: "run git \(arguments.first ?? "")", reason: "\(error)",
        hint: "check that git is on the PATH")
    }
  }

  private static func run(
    _ arguments: [String], in directory: FilePath, variables: [String: String]
  ) async throws -> Outcome {
    let custom = Dictionary(
      uniqueKeysWithValues: variables.map { (Subprocess.Environment.Key(stringLiteral: $0), $1) })
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(arguments), environment: .custom(custom),
      workingDirectory: directory, output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    return Outcome(
      succeeded: result.terminationStatus.isSuccess, output: result.standardOutput,
      errors: result.standardError)
  }

  /// Waits for asynchronous work on this thread, which runs no tasks of its own: the program's `main`
  /// is synchronous.
  private static func wait(
    for work: @escaping @Sendable () async throws -> Outcome
  ) -> Result<Outcome, any Error> {
    let finished = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Outcome, any Error>?>(nil)
    Task.detached {
      let outcome: Result<Outcome, any Error>
      do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
      result.withLock { $0 = outcome }
      finished.signal()
    }
    finished.wait()
    return result.withLock { $0 } ?? .failure(CancellationError())
  }
}

extension GitProgram {
  /// Runs git and takes a failure for an error with git's own words.
  package func require(
    _ arguments: [String], in directory: FilePath, attempt: String
  ) throws(GitError) {
    let outcome = try run(arguments, in: directory)
    if outcome.succeeded { return }
    var reason = outcome.errors.split(separator: "\n").map(String.init)
    if let first = reason.first {
      for prefix in ["error: ", "fatal: "] where first.hasPrefix(prefix) {
        reason[0] = String(first.dropFirst(prefix.count))
      }
    }
    if reason.isEmpty { reason = ["git ended with an error and said nothing"] }
    throw GitError(
      attempt: attempt, reason: reason.joined(separator: " ").replacing("\t", with: " "))
  }
}
