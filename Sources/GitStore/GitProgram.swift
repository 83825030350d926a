package import SystemPackage

/// The `git` program itself, for the few things that libgit2 cannot do as git does.
///
/// Switching work trees is one: libgit2 runs no clean and smudge filters (Git LFS), knows neither
/// sparse checkouts nor submodules, and calls no post-checkout hook.
package struct GitProgram: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) { self.environment = environment }

  /// Returns the same program with another value of an environment variable.
  package func setting(_ variable: String, to value: String) -> GitProgram {
    GitProgram(environment: environment.merging([variable: value]) { _, new in new })
  }

  /// Runs git in a folder, without a terminal prompt and with C messages, and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: Taken as they are; nothing is given to a shell. Put names that come from outside
  ///     behind `--` or give full reference names.
  ///   - input: What git reads on its standard input.
  package func run(
    _ arguments: [String], in directory: FilePath, input: [UInt8] = []
  ) throws(GitError) -> ChildProgram.Outcome {
    var variables = environment
    variables["LC_ALL"] = "C"
    variables["GIT_TERMINAL_PROMPT"] = "0"
    do {
      return try ChildProgram(named: "git", environment: variables)
        .run(arguments, in: directory, input: input)
    } catch {
      throw GitError(
        attempt: "run git \(arguments.first ?? "")", reason: "\(error)",
        hint: "check that git is on the PATH")
    }
  }
}
