import GitModel
import GitStore
import Reports
import WorkTree

/// Why a command could not do what it was asked, in words for a person.
struct CommandError: Error, Hashable, Sendable {
  /// One line, lower case.
  let message: String
  /// What to do, imperative, with the command to run; `nil` where there is no sure advice.
  let hint: String?
  let exitCode: ExitCode

  init(_ message: String, hint: String? = nil, exitCode: ExitCode = .failure) {
    self.message = message
    self.hint = hint
    self.exitCode = exitCode
  }

  /// The lines that go to the error stream.
  var text: String {
    let hint = hint.map { "hint: \(TerminalText.escaped($0))\n" } ?? ""
    return "error: \(TerminalText.escaped(message))\n" + hint
  }

  /// Returns why something failed, without what was tried.
  static func reason(of error: any Error) -> String {
    switch error {
    case let error as GitError: error.reason
    case let error as FileError: error.reason
    default: explaining(error).message
    }
  }

  /// Turns an error of any module into words.
  static func explaining(_ error: any Error) -> CommandError {
    switch error {
    case let error as CommandError: return error
    case let error as GitError:
      return CommandError("cannot \(error.attempt): \(error.reason)", hint: error.hint)
    case let error as FileError:
      return CommandError(
        "cannot \(error.attempt) \(error.path): \(error.reason)", hint: error.hint)
    case let error as ConfigurationError:
      return CommandError(
        "git config \(error.key) is '\(error.value)', not \(error.expected)",
        hint: "run 'git config \(error.key) <value>' to change it")
    default: return CommandError("\(error)")
    }
  }
}

/// The exit codes that scripts rely on.
enum ExitCode: Int32, Hashable, Sendable {
  case success = 0
  /// A check says no.
  case findings = 1
  /// It could not be done.
  case failure = 2
}

/// Ends a command that has said all it had to say with the code for findings.
struct FindingsExit: Error {}
