import Reports
import SystemPackage
import WorkTree

/// The hooks that a person means.
struct HookSelection {
  /// A hook: where its script goes below the folder of hooks, and the script.
  struct Hook {
    let name: String
    let bytes: [UInt8]
  }

  private let installer: HookInstaller

  init(_ installer: HookInstaller) { self.installer = installer }

  /// The hooks for messages.
  var forMessages: [Hook] { InstalledFiles.hooks.map { Hook(name: $0.name, bytes: $0.bytes) } }

  /// The hooks around a push.
  var forPushes: [Hook] { PushHook.allCases.map(hook) }

  /// The hooks around a push that are ours already, whatever their version.
  var installedForPushes: [Hook] {
    get throws {
      try forPushes.filter(isInstalled)
    }
  }

  /// The hooks that are expected here: those for messages, unless it is a server, and those around a push
  /// that are ours already.
  var expected: [Hook] {
    get throws { try (isOnServer ? [] : forMessages) + installedForPushes }
  }

  /// Whether the repository has the hooks of a server and none for messages.
  var isOnServer: Bool {
    get throws {
      let isForMessages = try forMessages.contains { try isInstalled($0) }
      return try !isForMessages
        && [PushHook.preReceive, .update].contains { try isInstalled(hook($0)) }
    }
  }

  private func isInstalled(_ hook: Hook) throws -> Bool {
    switch try installer.state(of: hook.name, script: hook.bytes) {
    case .installed, .outdated, .notExecutable, .managed: true
    case .missing, .foreign: false
    }
  }

  /// Returns a hook around a push.
  ///
  /// Gitea and Forgejo write the hooks of a server themselves and run all that is in a folder beside: there ours
  /// goes into that folder.
  func hook(_ hook: PushHook) -> Hook {
    let folder = hook.rawValue + ".d"
    let isGathered = FileStatus(of: installer.folder.appending(folder).appending("gitea")) != nil
    return Hook(
      name: hook.isOnServer && isGathered ? folder + "/git-execplan" : hook.rawValue,
      bytes: InstalledFiles.script(of: hook))
  }
}
