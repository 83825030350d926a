import GitModel
import GitStore
import Plans

/// What the configuration says about pushes.
struct PushSettings {
  /// What becomes of a push whose commits break rules.
  enum Response: String, CaseIterable {
    case refuse, warn, off
  }

  /// From where on commits are judged.
  enum Beginning: Hashable {
    /// What this commit reaches is not judged.
    case commit(ObjectID)
    /// What was committed before this time is not judged; in seconds from epoch.
    case time(Int64)
  }

  let response: Response
  /// The references whose commits are judged. What they reach before a push is not judged again.
  let protected: ReferenceSelection
  let beginning: Beginning?
  /// Whether `git push -o execplan.skip` passes unchecked.
  let allowsSkipping: Bool

  private static let beginningKey = "execplan.since"

  init(_ repository: Repository, for hook: PushHook) throws {
    let configuration = repository.configuration
    response = try Self.response(configuration, for: hook)
    protected = ReferenceSelection(patterns: configuration.strings("execplan.protected"))
    allowsSkipping = try configuration.boolean("execplan.allowSkip") ?? false
    beginning =
      response == .off
      ? nil
      : try configuration.string(Self.beginningKey).flatMap {
        try Self.beginning($0, in: repository)
      }
  }

  private static func response(
    _ configuration: Configuration, for hook: PushHook
  ) throws(ConfigurationError) -> Response {
    guard let value = configuration.string(hook.responseKey), !value.isEmpty else {
      return hook.isOnServer ? .refuse : .warn
    }
    guard let response = Response(rawValue: value.lowercased()) else {
      throw ConfigurationError(
        key: hook.responseKey, value: value, expected: "refuse, warn or off")
    }
    return response
  }

  private static func beginning(_ value: String, in repository: Repository) throws -> Beginning? {
    if value.isEmpty { return nil }
    if let date = CalendarDate(value) { return .time(date.secondsFromEpoch) }
    guard let commit = try repository.commit(named: value) else {
      throw CommandError(
        "git config \(beginningKey) is '\(value)', and there is no such commit or day",
        hint: "give a day such as 2026-01-31, or a commit that the repository holds")
    }
    return .commit(commit)
  }
}
