import JSON

/// What stands in the places of all hooks that are expected.
package struct HooksReport {
  private let hooks: [HookStanding]

  package init(_ hooks: [HookStanding]) { self.hooks = hooks }

  /// Whether nothing is left to do for any of them.
  package var isFine: Bool { hooks.allSatisfy(\.state.isFine) }

  /// Returns a line for each hook.
  package func text() -> String {
    hooks.map { TerminalText.escaped("\($0.name): \($0.words)") + "\n" }.joined()
  }

  /// Returns the report as `hooks status --json` promises it: without members that say nothing.
  package func json() -> String {
    JSONReport.render([
      JSONMember(
        "hooks", .array(hooks.map { .object($0.members.filter { $0.value != .null }) }))
    ])
  }
}
