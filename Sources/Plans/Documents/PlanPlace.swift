import GitModel

/// Where a path lies within a folder of plans. The rules are those by which agentrules 4.3.0 tells its
/// present and its older layouts apart.
struct PlanPlace {
  /// The components below the folder of plans.
  let parts: [Substring]
  /// Whether the documents there must follow the format.
  let isStrict: Bool

  private static let filedAway: Set<Substring> = ["complete", "archive"]
  private static let milestoneFolders: Set<Substring> = ["active", "complete", "archive"]

  /// How many components lead to the folder of the plan whose milestone this is, `nil` for a path outside
  /// of `milestones/active`, `milestones/complete` and `milestones/archive`.
  var milestoneFolderDepth: Int? {
    let depths = isDated ? [2, 5, 1] : [2, 1]
    for depth in depths where parts.count >= depth + 2 {
      guard parts[depth] == "milestones", Self.milestoneFolders.contains(parts[depth + 1]) else {
        continue
      }
      // Two components are a folder of plans only as `active/<slug>` and `<slug>/complete|archive`.
      if depth != 2 || parts[0] == "active" || Self.filedAway.contains(parts[1]) { return depth }
    }
    return nil
  }

  /// How many components lead to the plan's own folder, `nil` for a path in the folder of plans itself.
  var planFolderDepth: Int? {
    if parts.first == "active" { return parts.count >= 3 ? 2 : parts.count >= 2 ? 1 : nil }
    if parts.count >= 6, isDated { return 5 }
    if parts.count >= 3, Self.filedAway.contains(parts[1]) { return 2 }
    return parts.count >= 2 ? 1 : nil
  }

  /// Whether the path lies in a folder of finished plans.
  var isFiledAway: Bool {
    if parts.first == "active" { return false }
    if parts.count >= 6, isDated { return true }
    return parts.count >= 3 && Self.filedAway.contains(parts[1])
  }

  /// Whether the path begins with `complete` or `archive` and a date.
  private var isDated: Bool {
    guard parts.count >= 5, Self.filedAway.contains(parts[0]) else { return false }
    let date = parts[1...3]
    let lengths = date.map(\.utf8.count)
    guard lengths == [4, 2, 2] else { return false }
    let numbers = date.compactMap { PlanID.number(Array($0.utf8)[...]) }
    return numbers.count == 3 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
  }
}

extension RepositoryPath {
  /// Returns the folder that is `levels` above this path, the path itself for 0; `nil` above the root.
  func ancestor(_ levels: Int) -> RepositoryPath? {
    var path: RepositoryPath? = self
    for _ in 0..<max(0, levels) { path = path?.parent }
    return path
  }
}
