/// The hooks around a push, by the names that git gives them.
enum PushHook: String, CaseIterable {
  /// Runs in the clone that pushes.
  case prePush = "pre-push"
  /// Runs where the push arrives, once for all references. What was pushed waits in quarantine.
  case preReceive = "pre-receive"
  /// Runs where the push arrives, once for each reference, right before it changes.
  case update

  /// Whether it runs where the push arrives.
  var isOnServer: Bool { self != .prePush }

  /// Says whether these can be the words behind the hook's name. Hook managers leave some out.
  func accepts(_ words: [String]) -> Bool {
    self != .update || words.count == 3
  }

  /// The key of the configuration that says what becomes of a push whose commits break rules.
  var responseKey: String { isOnServer ? "execplan.preReceive" : "execplan.prePush" }
}
