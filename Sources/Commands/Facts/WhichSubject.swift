import Correlation
import GitModel
import GitStore
import Plans
import Reports

/// What a person asks `which` about.
enum WhichSubject: Hashable {
  case commit(ObjectID)
  case branch(Branch)
  /// A pull request's number or address, as it was given.
  case pullRequest(String)
  /// The commits of `<a>..<b>`.
  case range(String)
  case tag(String)
  /// A line of a file, with the commit that wrote it; `nil` where the line is not committed.
  case line(path: String, number: Int, commit: ObjectID?)

  /// Finds out what a word means: a pull request (`#12`, `!12`, `12`, `owner/name#12`, its address), a range, a
  /// branch, a tag, a commit, or a line of a file (`src/main.swift:12`).
  static func read(_ word: String, in session: Session) throws -> WhichSubject {
    if isPullRequest(word) { return .pullRequest(word) }
    // No name of git's holds two dots.
    if word.contains(".."), place(word) == nil { return .range(word) }
    let repository = session.repository
    for branch in try repository.branches()
    where [branch.reference, branch.shorthand].contains(word) {
      return .branch(branch)
    }
    for tag in try repository.tags() where [tag.name, "refs/tags/\(tag.name)"].contains(word) {
      return .tag(tag.name)
    }
    if let commit = try repository.commit(named: word) { return .commit(commit) }
    if PullRequestNumber.read(word) != nil { return .pullRequest("#" + word) }
    if PullRequestTrailer.mention(word) != nil { return .pullRequest(word) }
    if let place = place(word) { return try line(place.path, place.number, session) }
    if PlanID(word) != nil {
      throw CommandError(
        "'\(word)' is a plan itself", hint: "run 'git execplan log \(word)' for its commits")
    }
    throw CommandError(
      "'\(word)' is no commit, branch, tag or pull request",
      hint: "write #12 for a pull request, or <file>:<line> for a line of a file")
  }

  private static func isPullRequest(_ word: String) -> Bool {
    if word.hasPrefix("https://") || word.hasPrefix("http://") { return true }
    return (word.hasPrefix("#") || word.hasPrefix("!"))
      && PullRequestNumber.read(word.dropFirst()) != nil
  }

  private static func place(_ word: String) -> (path: String, number: Int)? {
    guard let colon = word.lastIndex(of: ":"), colon > word.startIndex,
      let number = Int(word[word.index(after: colon)...]), number >= 0
    else { return nil }
    return (String(word[..<colon]), number)
  }

  /// Asks `git blame`, which knows renames, ignored revisions and changes that are not committed.
  private static func line(
    _ path: String, _ number: Int, _ session: Session
  ) throws -> WhichSubject {
    let git = GitProgram(environment: session.environment.variables)
    var arguments = ["blame", "--porcelain", "-L\(number),\(number)"]
    if session.files == nil { arguments.append("HEAD") }
    let outcome = try git.run(arguments + ["--", path], in: session.directory)
    guard outcome.succeeded else {
      throw CommandError(
        "cannot look up line \(number) of \(path): \(outcome.reason)",
        hint: "give a file that git knows, as seen from the current folder")
    }
    guard let id = ObjectID(outcome.output.prefix(40)) else {
      throw CommandError("cannot look up line \(number) of \(path): git blame said nothing")
    }
    return .line(path: path, number: number, commit: id == .zero ? nil : id)
  }
}
