/// Words of a command that a person copies into a shell.
package enum ShellWord {
  private static let harmless = Set("-_./=:,@%+~".utf8)

  /// Returns a word as every shell of POSIX reads it back: in single quotes where it needs them.
  package static func quoted(_ word: String) -> String {
    let isHarmless =
      !word.isEmpty && !word.hasPrefix("~")
      && word.utf8.allSatisfy { ASCII.isAlphanumeric($0) || harmless.contains($0) }
    return isHarmless ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
