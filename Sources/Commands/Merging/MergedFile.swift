import Plans

/// The kinds of files that have a merge driver.
enum MergedFile: String, CaseIterable {
  case registry, plan

  /// What a merge came to.
  struct Result {
    /// The merged file; `nil` where ours stays as it is.
    var bytes: [UInt8]?
    /// What is left for a person to do; `nil` where the merge is clean.
    var conflict: String?

    init(_ outcome: LineMerge.Outcome?, _ conflict: String) {
      bytes = outcome?.bytes
      self.conflict = outcome?.isClean == true ? nil : conflict
    }
  }

  /// Merges two versions of a file. Where one of them is not what it should be, lines are merged, as git
  /// does without a driver.
  func merge(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], by lines: LineMerge
  ) throws -> Result {
    switch self {
    case .registry: try Self.mergeRegistry(base: base, ours: ours, theirs: theirs, by: lines)
    case .plan: try Self.mergePlan(base: base, ours: ours, theirs: theirs, by: lines)
    }
  }

  private static let registryHint =
    "resolve the plans first, then run 'git execplan registry build' and add the registry"

  private static func mergeRegistry(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], by lines: LineMerge
  ) throws -> Result {
    switch RegistryMerge.merge(base: base, ours: ours, theirs: theirs) {
    case .merged(let bytes):
      return Result(LineMerge.Outcome(bytes: bytes, isClean: true), registryHint)
    case .conflict(let base, let ours, let theirs):
      var result = Result(
        try lines.merge(base: base, ours: ours, theirs: theirs), registryHint)
      result.conflict = registryHint
      return result
    case nil:
      return Result(try lines.merge(base: base, ours: ours, theirs: theirs), registryHint)
    }
  }

  private static func mergePlan(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], by lines: LineMerge
  ) throws -> Result {
    let hint = "resolve what stands between the markers"
    guard let merge = FrontMatterMerge(base: base, ours: ours, theirs: theirs) else {
      return Result(try lines.merge(base: base, ours: ours, theirs: theirs), hint)
    }
    let outcome = try lines.merge(base: merge.base, ours: merge.ours, theirs: merge.theirs)
    var result = Result(outcome, hint)
    if let outcome, outcome.isClean, !merge.conflicts.isEmpty {
      let keys = merge.conflicts.joined(separator: ", ")
      result.conflict = "both sides changed \(keys) in the front matter; see which is right"
    } else if let outcome, outcome.isClean, !merge.accepts(outcome.bytes) {
      // The sides moved or repeated keys: git's own merge is the better start for a person.
      result = Result(try lines.merge(base: base, ours: ours, theirs: theirs), hint)
      result.conflict = "the front matter could not be merged; see that each key is there once"
    }
    return result
  }
}
