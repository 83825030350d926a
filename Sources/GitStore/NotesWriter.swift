package import GitModel

/// Changes the git notes of many commits in one commit of the notes' history.
///
/// `git fast-import` writes it: it keeps the notes that are there and their folders, signs with git's own
/// identity, and moves the reference only if it is still where it was.
package struct NotesWriter {
  /// A longer note is not rewritten.
  private static let limit = 1 << 20
  /// How often others may get ahead of us.
  private static let attempts = 8

  private let repository: Repository
  private let reference: String
  private let git: GitProgram

  /// - Parameter reference: The notes' full reference, such as `refs/notes/execplan`.
  package init(_ repository: Repository, reference: String) {
    self.repository = repository
    self.reference = reference
    git = GitProgram(environment: repository.environment)
  }

  /// Gives each commit the note that `edit` makes of the one it has; an empty note is removed.
  ///
  /// Where another program changes the notes meanwhile, they are read again and `edit` is asked again, so
  /// that no note of anybody is lost.
  ///
  /// - Parameters:
  ///   - commits: Commits of this repository.
  ///   - message: Why, in one line.
  ///   - edit: Returns the new text for a commit; the old one is empty where there is none.
  /// - Returns: The commits whose note changed.
  @discardableResult
  package func update(
    _ commits: [ObjectID], message: String, edit: (ObjectID, [UInt8]) -> [UInt8]
  ) throws(GitError) -> [ObjectID] {
    for _ in 0..<Self.attempts {
      let base = try repository.referenceTarget(reference)
      let changes = try changes(of: commits, edit: edit)
      if changes.isEmpty { return [] }
      let stream = try stream(changes, base: base, message: message)
      let outcome = try run(["fast-import", "--quiet", "--done", "--date-format=raw"], stream)
      if outcome.succeeded { return changes.map(\.commit) }
      // Refused, because the reference has moved: then what is there now is the new base.
      if try repository.referenceTarget(reference) == base {
        throw GitError(attempt: attempt, reason: outcome.reason)
      }
    }
    throw GitError(
      attempt: attempt, reason: "other programs change them all the time",
      hint: "run the command again")
  }

  private var attempt: String { "write the notes under \(reference)" }

  private func run(_ arguments: [String], _ input: [UInt8] = []) throws(GitError)
    -> ChildProgram.Outcome
  {
    try git.run(
      ["--git-dir=\(repository.gitDirectory)"] + arguments, in: repository.commonDirectory,
      input: input)
  }

  private func changes(
    of commits: [ObjectID], edit: (ObjectID, [UInt8]) -> [UInt8]
  ) throws(GitError) -> [(commit: ObjectID, text: [UInt8])] {
    let reader = try TreeReader(repository)
    let blobs = Dictionary(
      try repository.noteBlobs(under: reference).map { ($0.annotated, $0.blob) }
    ) { first, _ in first }
    var changes: [(commit: ObjectID, text: [UInt8])] = []
    for commit in Set(commits).sorted() {
      var old: [UInt8] = []
      if let blob = blobs[commit] {
        guard let text = try reader.blob(blob, limit: Self.limit) else {
          throw GitError(
            attempt: "read the note of \(commit)",
            reason: "it is longer than \(Self.limit) bytes, or this clone lacks it")
        }
        old = text
      }
      let new = edit(commit, old)
      if new != old { changes.append((commit, new)) }
    }
    return changes
  }

  /// Returns what fast-import reads.
  private func stream(
    _ changes: [(commit: ObjectID, text: [UInt8])], base: ObjectID?, message: String
  ) throws(GitError) -> [UInt8] {
    var stream: [UInt8] = []
    func add(_ text: String) { stream += text.utf8 }
    func add(data: [UInt8]) {
      add("data \(data.count)\n")
      stream += data
      add("\n")
    }
    add("commit \(reference)\n")
    add("author \(try identity("AUTHOR"))\ncommitter \(try identity("COMMITTER"))\n")
    add(data: Array((message + "\n").utf8))
    if let base { add("from \(base)\n") }
    for change in changes {
      if change.text.isEmpty {
        add("N \(ObjectID.zero) \(change.commit)\n")
      } else {
        add("N inline \(change.commit)\n")
        add(data: change.text)
      }
    }
    add("done\n")
    return stream
  }

  /// Who git takes the person for, with the time: `Name <e-mail> 1767225600 +0000`.
  private func identity(_ role: String) throws(GitError) -> String {
    let outcome = try run(["var", "GIT_\(role)_IDENT"])
    if outcome.succeeded { return outcome.output.filter { !$0.isNewline } }
    throw GitError(
      attempt: attempt, reason: outcome.reason,
      hint: "run 'git config user.name <name>' and 'git config user.email <address>'")
  }
}
