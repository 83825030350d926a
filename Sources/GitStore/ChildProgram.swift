import Dispatch
import Subprocess
import Synchronization
package import SystemPackage

/// Another program, run as a child of this process.
package struct ChildProgram: Sendable {
  /// More output than this is an error.
  private static let outputLimit = 64 << 20

  private let executable: Executable
  private let environment: [String: String]

  /// A program that is looked for on the PATH.
  package init(named name: String, environment: [String: String]) {
    executable = .name(name)
    self.environment = environment
  }

  package init(at path: FilePath, environment: [String: String]) {
    executable = .path(path)
    self.environment = environment
  }

  /// What a run came to.
  package struct Outcome: Hashable, Sendable {
    package let succeeded: Bool
    /// The exit code, `nil` where a signal ended it.
    package let exitCode: Int32?
    package let output: String
    package let errors: String
  }

  /// Runs the program in a folder and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: Taken as they are; nothing is given to a shell.
  ///   - input: What it reads on its standard input.
  /// - Throws: What kept it from being started.
  package func run(
    _ arguments: [String], in directory: FilePath, input: [UInt8] = []
  ) throws -> Outcome {
    try Self.wait { try await start(arguments, in: directory, input: input) }.get()
  }

  private func start(
    _ arguments: [String], in directory: FilePath, input: [UInt8]
  ) async throws -> Outcome {
    let custom = Dictionary(
      uniqueKeysWithValues: environment.map { (Subprocess.Environment.Key(stringLiteral: $0), $1) })
    let result = try await Subprocess.run(
      executable, arguments: Arguments(arguments), environment: .custom(custom),
      workingDirectory: directory, input: .array(input), output: .string(limit: Self.outputLimit),
      error: .string(limit: Self.outputLimit))
    var exitCode: Int32?
    if case .exited(let code) = result.terminationStatus { exitCode = code }
    return Outcome(
      succeeded: result.terminationStatus.isSuccess, exitCode: exitCode,
      output: result.standardOutput, errors: result.standardError)
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

extension ChildProgram.Outcome {
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
