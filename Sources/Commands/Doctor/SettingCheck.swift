import GitModel
import GitStore
import MessageRules

/// A look at settings, by whatever reads them: it fails with what is wrong with a value.
struct SettingCheck: Sendable {
  private let check: @Sendable (Session) throws -> Void

  private init(_ check: @escaping @Sendable (Session) throws -> Void) { self.check = check }

  func callAsFunction(_ session: Session) throws { try check(session) }

  /// Every value that can be wrong by itself.
  static let all: [SettingCheck] =
    ["allowSkip", "hook", "insert", "required"].map { name in
      SettingCheck { _ = try $0.repository.configuration.boolean("execplan.\(name)") }
    } + [
      SettingCheck { _ = try MessagePolicy($0.repository.configuration, changing: .hook) },
      SettingCheck { _ = try PushSettings($0.repository, for: .prePush) },
      SettingCheck { _ = try PushSettings($0.repository, for: .preReceive) },
      SettingCheck { _ = try Answering.condition($0.repository.configuration) },
    ]
}
