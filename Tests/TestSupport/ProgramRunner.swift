import Foundation

/// Runs programs and waits for them. Output goes to files, so that a full pipe never blocks a child.
package enum ProgramRunner {
  /// Runs a program with exactly the given environment.
  ///
  /// - Parameter input: What the program reads on its standard input.
  package static func run(
    _ program: String, _ arguments: [String], in directory: String,
    environment: [String: String], input: String? = nil
  ) throws -> CommandOutcome {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = environment
    let paths = ["out", "err", "in"].map { folder.path + "/" + $0 }
    try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: paths[2]))
    for path in paths[..<2] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: paths[0]))
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: paths[1]))
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: paths[2]))
    try process.run()
    process.waitUntilExit()
    try output.close()
    try errors.close()
    let read = { (path: String) in
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    return CommandOutcome(
      exitCode: process.terminationStatus, output: read(paths[0]), errors: read(paths[1]))
  }

  /// The program under test, built beside the tests.
  package static let execplan: String = {
    if let path = ProcessInfo.processInfo.environment["GIT_EXECPLAN_UNDER_TEST"] { return path }
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("git-execplan").path
  }()
}
