/// What `git push -o <option>` tells a server's hooks.
enum PushOption {
  private static let skip = "execplan.skip"
  /// Git itself sets no limit; a hook that is asked a million times is asked by nobody in good faith.
  private static let limit = 1_000

  /// Returns the option by which a person asks that commits are not checked, with the reason that may follow
  /// it: `execplan.skip=import of the old history`. `nil` where nobody asks.
  static func skip(_ variables: [String: String]) -> String? {
    let count = variables["GIT_PUSH_OPTION_COUNT"].flatMap { Int($0) } ?? 0
    for number in 0..<max(0, min(count, limit)) {
      guard let option = variables["GIT_PUSH_OPTION_\(number)"] else { continue }
      if option == skip || option.hasPrefix(skip + "=") { return option }
    }
    return nil
  }
}
