import JSON

/// What stands in a hook's place.
package struct HookStanding {
  package enum State: String, Hashable, Sendable {
    case installed
    /// Ours, but from another version or for another binary.
    case outdated
    /// Ours, but git passes over it.
    case notExecutable = "not executable"
    case missing
    /// A hook manager's, which is configured to call the program.
    case managed
    /// Somebody else's.
    case foreign

    /// Whether git comes to call the program.
    package var isRunning: Bool { [.installed, .outdated, .managed].contains(self) }
    /// Whether nothing is left to do.
    package var isFine: Bool { self == .installed || self == .managed }
  }

  package let name: String
  /// Where git looks for the hook.
  package let path: String
  package let state: State
  /// The hook manager that wrote what stands there; `nil` where none did.
  package let manager: String?
  /// Whether a hook that was there before ours runs first.
  package let isChained: Bool
  /// The program that our script calls first; `nil` where the script is not ours or names none.
  package let program: String?

  package init(
    name: String, path: String, state: State, manager: String?, isChained: Bool, program: String?
  ) {
    self.name = name
    self.path = path
    self.state = state
    self.manager = manager
    self.isChained = isChained
    self.program = program
  }

  /// What stands there, in a few words.
  var words: String {
    state.rawValue + (manager.map { " (\($0))" } ?? "")
      + (isChained ? ", after the hook that was there" : "")
  }

  var members: [JSONMember] {
    [
      JSONMember("name", .string(name)), JSONMember("path", .string(path)),
      JSONMember("state", .string(state.rawValue)), JSONMember("manager", JSONValue(manager)),
      JSONMember("chained", .boolean(isChained)), JSONMember("program", JSONValue(program)),
    ]
  }
}
