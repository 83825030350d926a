import Foundation
import TestSupport

/// A clone, and a server that it pushes to.
struct PushScene {
  /// The clone, with the plan 1, "auth". Its remote `origin` is the server.
  let clone: ScratchRepository
  /// The folder of the server's bare repository.
  let server: String

  /// Makes a server that holds the clone's first commit, and then installs hooks.
  ///
  /// - Parameters:
  ///   - options: Those of `hooks install` on the server; `nil` for a server without hooks.
  ///   - name: The name of the server's folder.
  ///   - isEmpty: Whether the server holds nothing yet.
  init(
    _ options: [String]? = ["--server"], named name: String = "server.git", isEmpty: Bool = false
  ) throws {
    clone = try ScratchRepository.withPlans("auth")
    server = clone.surroundings + "/" + name
    try clone.git(["init", "--quiet", "--bare", "--initial-branch=main", server])
    try clone.git(["remote", "add", "origin", server])
    if !isEmpty { try clone.git("push --quiet --set-upstream origin main") }
    if let options { try install(options) }
  }

  /// Installs hooks on the server.
  func install(_ options: [String] = ["--server"]) throws {
    _ = try clone.succeeding(clone.execplan(["-C", server, "hooks", "install"] + options))
  }

  /// Runs `git push origin` with further words.
  func push(
    _ words: String..., environment: [String: String] = [:]
  ) throws -> CommandOutcome {
    try clone.tryGit(["push", "origin"] + words, environment: environment)
  }

  /// Sets the server's configuration.
  func configure(_ key: String, _ value: String, adding: Bool = false) throws {
    try clone.git(["config"] + (adding ? ["--add"] : []) + [key, value], in: server)
  }

  /// Returns what a reference of the server holds; `nil` where it has no such reference.
  func held(_ reference: String) throws -> String? {
    let outcome = try clone.tryGit(
      ["rev-parse", "--verify", "--quiet", reference], in: server)
    return outcome.exitCode == 0 ? outcome.output.trimmingCharacters(in: .newlines) : nil
  }

  /// Returns the files of the server's object database, what waits in quarantine included.
  func objects() throws -> Set<String> {
    Set(try FileManager.default.subpathsOfDirectory(atPath: server + "/objects"))
  }

  /// Adds commits to `main` in the clone, all with one message.
  func addCommits(_ count: Int, message: String) throws {
    let text = "data \(message.utf8.count)\n\(message)\n"
    let commits = (1...count).map { number in
      let from = number == 1 ? "from refs/heads/main^0\n" : ""
      return "commit refs/heads/main\ncommitter A <a@example.com> \(1_768_000_000 + number) +0000\n"
        + text + from + "M 644 inline file.txt\ndata \(String(number).utf8.count)\n\(number)\n"
    }
    try clone.git(["fast-import", "--quiet"], input: commits.joined())
    try clone.git("reset --quiet --hard")
  }

  /// Writes an executable file below the server's folder.
  func writeHook(_ text: String, to name: String) throws {
    let path = server + "/hooks/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: path)
  }
}

extension CommandOutcome {
  /// What a server's hooks wrote, line by line.
  var remoteLines: [String] {
    errors.split(separator: "\n").filter { $0.hasPrefix("remote: ") }.map { line in
      var text = line.dropFirst(8)
      while text.hasSuffix(" ") { text.removeLast() }
      return String(text)
    }
  }

  /// What a server's hooks wrote, as if lines had no end.
  var remoteText: String {
    remoteLines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  /// Whether the server's hooks refused the push, and said why in words of ours.
  var isRefused: Bool {
    exitCode != 0 && errors.contains("hook declined") && errors.contains("remote: error: ")
  }
}
