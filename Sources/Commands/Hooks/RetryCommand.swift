import GitModel

/// The command that commits once more with the message of a refused commit.
struct RetryCommand {
  /// How git was called; `nil` where that is not to be found out.
  let call: CommitCommandLine?
  let file: String
  let variables: [String: String]
  let keepsBytes: Bool

  /// Whether the person may have to add options that are not known.
  var isIncomplete: Bool {
    // Git commits from another index than the usual one where it was told what to commit.
    call == nil && (variables["GIT_INDEX_FILE"]?.hasSuffix(".lock") ?? false)
  }

  /// Returns the command.
  ///
  /// - Parameter additions: Further options: a trailer, or `--edit`.
  func words(adding additions: [String]) -> String {
    var words = ["git"] + (call?.leading ?? []) + ["commit"] + (call?.options ?? [])
    words += ["-F", file] + author
    if keepsBytes { words.append("--cleanup=verbatim") }
    words += additions
    if let paths = call?.paths, !paths.isEmpty { words += ["--"] + paths }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  /// The author of the commit whose message was used again; `--amend` keeps it by itself.
  private var author: [String] {
    guard let call, call.reusesAuthor, let name = variables["GIT_AUTHOR_NAME"],
      let email = variables["GIT_AUTHOR_EMAIL"],
      !call.options.contains(where: { $0 == "--amend" || $0 == "--reset-author" })
    else { return [] }
    let hasAuthor = call.options.contains { $0.hasPrefix("--author") }
    let hasDate = call.options.contains { $0.hasPrefix("--date") }
    let date = variables["GIT_AUTHOR_DATE"]
    return (hasAuthor ? [] : ["--author=\(name) <\(email)>"])
      + (hasDate ? [] : date.map { ["--date=\($0)"] } ?? [])
  }
}
