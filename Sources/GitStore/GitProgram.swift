import Dispatch
import Subprocess
import Synchronization
package import SystemPackage

/// The `git` program itself, for the few things that libgit2 cannot do as git does.
///
/// Switching work trees is one: libgit2 runs no clean and smudge filters (Git LFS), knows neither
/// sparse checkouts nor submodules, and calls no post-checkout hook.
package struct GitProgram: Sendable {
  /// More output than this is an error.
  private static let outputLimit = 64 << 20

  private let environment: [String: String]

  package init(environment: [String: String]) { self.environment = environment }

  /// Returns the same program with another value of an environment variable.
  package func setting(_ variable: String, to value: String) -> GitProgram {
    GitProgram(environment: environment.merging([variable: value]) { _, new in new })
  }

  /// What a run of git came to.
  package struct Outcome: Hashable, Sendable {
    package let succeeded: Bool
    /// The exit code, `nil` where a signal ended it.
    package let exitCode: Int32?
    package let output: String
    package let errors: String
  }

  /// Runs git in a folder, without a terminal prompt and with C messages, and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: Taken as they are; nothing is given to a shell. Put names that come from outside
  ///     behind `--` or give full reference names.
  ///   - input: What git reads on its standard input.
  package func run(
    _ arguments: [String], in directory: FilePath, input: [UInt8] = []
  ) throws(GitError) -> Outcome {
    var variables = environment
    variables["LC_ALL"] = "C"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    let result = Self.wait { [variables] in
      try await Self.run(arguments, in: directory, variables: variables, input: input)
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
    _ arguments: [String], in directory: FilePath, variables: [String: String], input: [UInt8]
  ) async throws -> Outcome {
    let custom = Dictionary(
      uniqueKeysWithValues: variables.map { (Subprocess.Environment.Key(stringLiteral: $0), $1) })
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(arguments), environment: .custom(custom),
      workingDirectory: directory, input: .array(input), output: .string(limit: outputLimit),
      error: .string(limit: outputLimit))
    var exitCode: Int32?
    if case .exited(let code) = result.terminationStatus { exitCode = code }
    return Outcome(
      succeeded: result.terminationStatus.isSuccess, exitCode: exitCode,
      output: result.standardOutput,
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
  /// Runs git, takes a failure for an error with git's own words, and returns its output.
  @discardableResult
  package func require(
    _ arguments: [String], in directory: FilePath, input: [UInt8] = [], attempt: String
  ) throws(GitError) -> String {
    let outcome = try run(arguments, in: directory, input: input)
    if outcome.succeeded { return outcome.output }
    throw GitError(attempt: attempt, reason: outcome.reason)
  }
}

extension GitProgram.Outcome {
  /// What git said about a failure, on one line.
  package var reason: String {
    var lines = errors.split(separator: "\n").map(String.init)
    if let first = lines.first {
      for prefix in ["error: ", "fatal: "] where first.hasPrefix(prefix) {
        lines[0] = String(first.dropFirst(prefix.count))
      }
    }
    if lines.isEmpty { lines = ["git ended with an error and said nothing"] }
    return lines.joined(separator: " ").replacing("\t", with: " ")
  }
}
