import Foundation

/// A repository that real git makes, away from the configuration of the person who runs the tests.
///
/// Names, e-mail and time zone are fixed. Every commit is a minute younger than the one before, so that
/// object names and orders are the same in every run.
package final class ScratchRepository: @unchecked Sendable {
  // Unchecked: a test owns its repository and uses it from one task.
  private let folder: TemporaryFolder
  /// The root of the work tree, or the repository's folder where it is bare.
  package let path: String
  private var clock = 1_767_225_600  // 2026-01-01T00:00:00Z

  /// Makes a repository with the branch `main` and no commit.
  ///
  /// - Parameter options: Further options of `git init`, such as `--bare`.
  package init(_ options: [String] = [], named name: String = "repository") throws {
    folder = try TemporaryFolder()
    path = folder.path + "/" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try git(["init", "--quiet", "--initial-branch=main"] + options)
  }

  /// Makes a copy of a repository that has no linked work trees.
  package init(copyOf other: ScratchRepository) throws {
    folder = try TemporaryFolder()
    path = folder.path + other.path.dropFirst(other.folder.path.count)
    clock = other.clock
    try FileManager.default.copyItem(atPath: other.path, toPath: path)
  }

  /// A folder beside the repository, for clones and work trees.
  package var surroundings: String { folder.path }

  /// The environment that programs run in.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A U Thor", "GIT_AUTHOR_EMAIL": "author@example.com",
      "GIT_COMMITTER_NAME": "C O Mitter", "GIT_COMMITTER_EMAIL": "committer@example.com",
      "GIT_AUTHOR_DATE": "\(clock) +0000", "GIT_COMMITTER_DATE": "\(clock) +0000",
      "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no",
    ]
  }

  /// Runs git and returns its output without the last line end.
  ///
  /// - Throws: `ScratchError` where git fails.
  @discardableResult
  package func git(
    _ arguments: [String], in directory: String? = nil, input: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> String {
    let outcome = try tryGit(arguments, in: directory, input: input, environment: extra)
    guard outcome.exitCode == 0 else {
      throw ScratchError(description: "git \(arguments) failed: \(outcome.errors)")
    }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }

  /// Runs git with words separated by blanks.
  @discardableResult
  package func git(_ words: String) throws -> String {
    try git(words.split(separator: " ").map(String.init))
  }

  /// Runs git and returns whatever it came to.
  package func tryGit(
    _ arguments: [String], in directory: String? = nil, input: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> CommandOutcome {
    clock += 60
    return try ProgramRunner.run(
      "/usr/bin/env", ["git"] + arguments, in: directory ?? path,
      environment: environment.merging(extra) { _, new in new }, input: input)
  }

  /// Runs the program under test.
  package func execplan(
    _ arguments: [String], in directory: String? = nil, input: String? = nil,
    environment extra: [String: String] = [:]
  ) throws -> CommandOutcome {
    try ProgramRunner.run(
      ProgramRunner.execplan, arguments, in: directory ?? path,
      environment: environment.merging(extra) { _, new in new }, input: input)
  }

  /// Runs the program under test with words separated by blanks.
  package func execplan(_ words: String) throws -> CommandOutcome {
    try execplan(words.split(separator: " ").map(String.init))
  }

  /// Writes a file of the work tree, its folders included.
  package func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Returns a file of the work tree as text.
  package func read(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)), as: UTF8.self)
  }

  /// Writes a file, commits it with a message, and returns the commit's name.
  @discardableResult
  package func commit(
    _ message: String, file: String = "file.txt", text: String? = nil
  ) throws -> String {
    try write(text ?? "\(message)\n\(clock)\n", to: file)
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--no-verify", "--file=-"], input: message)
    return try git(["rev-parse", "HEAD"])
  }
}

/// A step of a test's preparation failed.
package struct ScratchError: Error, CustomStringConvertible {
  package let description: String
}
