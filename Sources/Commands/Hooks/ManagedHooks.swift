/// Hooks that are hook managers' and wait for lines in their configuration.
struct ManagedHooks {
  private var names: [HookManager: [String]] = [:]

  mutating func add(_ name: String, of manager: HookManager) {
    names[manager, default: []].append(name)
  }

  /// Ends with the lines that make the managers call the program.
  ///
  /// - Throws: `CommandError` where there are any.
  func refuse(_ session: Session) throws {
    for (manager, names) in sorted {
      for name in names {
        session.write("# \(manager.configurationFiles(for: name)[0])\n\(manager.lines(for: name))")
      }
    }
    guard let (manager, names) = sorted.first else { return }
    let steps = Set(names.compactMap(manager.nextStep)).sorted().map { "'\($0)'" }
    throw CommandError(
      "\(manager.rawValue) writes the hook\(names.count == 1 ? "" : "s") "
        + "\(names.joined(separator: " and ")) itself",
      hint:
        "add the lines above to \(Self.list(names.map { manager.configurationFiles(for: $0)[0] }))"
        + (steps.isEmpty ? "" : " and run \(steps.joined(separator: " and "))"))
  }

  private var sorted: [(HookManager, [String])] {
    names.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  private static func list(_ files: [String]) -> String {
    files.enumerated().filter { files.firstIndex(of: $0.element) == $0.offset }.map(\.element)
      .joined(separator: " and ")
  }
}
