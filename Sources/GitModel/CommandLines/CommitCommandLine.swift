/// How `git commit` was called, as far as a second call with the same message depends on it.
package struct CommitCommandLine: Hashable, Sendable {
  /// Git's own options before the command, such as `-C <path>`.
  package var leading: [String] = []
  /// The options that do not say where the message comes from, and that a second call needs.
  package var options: [String] = []
  /// The files to commit, where they were named.
  package var paths: [String] = []
  /// What `--cleanup` says.
  package var cleanup: String?
  /// Whether the author is that of another commit, by `-C` or `-c`.
  package var reusesAuthor = false
  /// Whether an editor opens.
  package var opensEditor = true

  /// Reads the words of a command, the program's name first; `nil` for any other command than
  /// `git commit`, and for options that git does not know.
  package init?(words: [String]) {
    guard let program = words.first?.split(separator: "/").last, program == "git" else {
      return nil
    }
    var rest = words.dropFirst()
    while let word = rest.first, word.hasPrefix("-") {
      leading.append(rest.removeFirst())
      if Self.leadingWithValue.contains(word), let value = rest.popFirst() {
        leading.append(value)
      }
    }
    guard rest.popFirst() == "commit" else { return nil }
    while let word = rest.popFirst() {
      if word == "--" {
        paths += rest
        return
      }
      if word.hasPrefix("--") {
        guard readLong(word, &rest) else { return nil }
      } else if word.hasPrefix("-"), word != "-" {
        guard readShort(word, &rest) else { return nil }
      } else {
        paths.append(word)
      }
    }
  }

  /// What becomes of an option in a second call.
  private enum Fate {
    case kept
    /// It says what the message is, or how it is edited.
    case dropped
    case message, reuse, edit, noEdit, cleanup
  }

  /// One option of `git commit`.
  private struct Option {
    let long: String
    var short: Character?
    var value = Value.none
    var fate = Fate.kept

    enum Value { case none, required, attached }
  }

  private static let leadingWithValue: Set<String> = [
    "-C", "-c", "--git-dir", "--work-tree", "--namespace", "--exec-path", "--config-env",
    "--attr-source",
  ]

  private static let known: [Option] = [
    Option(long: "message", short: "m", value: .required, fate: .message),
    Option(long: "file", short: "F", value: .required, fate: .message),
    Option(long: "reuse-message", short: "C", value: .required, fate: .reuse),
    Option(long: "reedit-message", short: "c", value: .required, fate: .reuse),
    Option(long: "fixup", value: .required, fate: .message),
    Option(long: "squash", value: .required, fate: .dropped),
    Option(long: "template", short: "t", value: .required, fate: .dropped),
    Option(long: "trailer", value: .required, fate: .dropped),
    Option(long: "signoff", short: "s", fate: .dropped),
    Option(long: "no-signoff", fate: .dropped),
    Option(long: "verbose", short: "v", fate: .dropped),
    Option(long: "no-verbose", fate: .dropped),
    Option(long: "status", fate: .dropped), Option(long: "no-status", fate: .dropped),
    Option(long: "edit", short: "e", fate: .edit), Option(long: "no-edit", fate: .noEdit),
    Option(long: "cleanup", value: .required, fate: .cleanup),
    Option(long: "all", short: "a"), Option(long: "patch", short: "p"),
    Option(long: "interactive"), Option(long: "include", short: "i"),
    Option(long: "only", short: "o"), Option(long: "amend"), Option(long: "reset-author"),
    Option(long: "allow-empty"), Option(long: "allow-empty-message"),
    Option(long: "author", value: .required), Option(long: "date", value: .required),
    Option(long: "gpg-sign", short: "S", value: .attached), Option(long: "no-gpg-sign"),
    Option(long: "no-verify", short: "n"), Option(long: "verify"),
    Option(long: "no-post-rewrite"), Option(long: "post-rewrite"),
    Option(long: "quiet", short: "q"), Option(long: "no-quiet"),
    Option(long: "untracked-files", short: "u", value: .attached),
    Option(long: "pathspec-from-file", value: .required), Option(long: "pathspec-file-nul"),
  ]

  private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    let name = word.dropFirst(2).prefix { $0 != "=" }
    let attached = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
    // Git takes an abbreviation that fits one option alone.
    let fitting = Self.known.filter { $0.long.hasPrefix(name) }
    guard let option = Self.known.first(where: { $0.long == name }) ?? fitting.first,
      option.long == name || fitting.count == 1
    else { return false }
    var words = ["--\(option.long)" + (attached.map { "=\($0)" } ?? "")]
    var value = attached
    if option.value == .required, attached == nil {
      guard let next = rest.popFirst() else { return false }
      words.append(next)
      value = next
    }
    take(option, words, value)
    return true
  }

  /// Reads one-letter options, several of which may stand in one word.
  private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) -> Bool {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = Self.known.first(where: { $0.short == letter }) else { return false }
      switch option.value {
      case .none: take(option, ["-\(letter)"], nil)
      case .attached:
        take(option, ["-\(letter)\(letters)"], nil)
        return true
      case .required:
        guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else { return false }
        take(option, ["-\(letter)", value], value)
        return true
      }
    }
    return true
  }

  private mutating func take(_ option: Option, _ words: [String], _ value: String?) {
    switch option.fate {
    case .kept: options += words
    case .dropped: break
    case .message:
      // An amending fixup opens an editor.
      let amends = ["amend:", "reword:"].contains { value?.hasPrefix($0) ?? false }
      if option.long != "fixup" || !amends { opensEditor = false }
    case .reuse:
      reusesAuthor = true
      if option.short == "C" { opensEditor = false }
    case .edit: opensEditor = true
    case .noEdit: opensEditor = false
    case .cleanup: cleanup = value
    }
  }
}
