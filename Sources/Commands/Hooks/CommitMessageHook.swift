internal import WorkTree
internal import Correlation
internal import GitModel
internal import GitStore
internal import MessageRules
internal import Plans
internal import Reports
internal import SystemPackage

/// commit-msg: refuses a message that names no plan.
struct CommitMessageHook {
  let session: Session
  /// The message file, as git named it.
  let file: String

  func run(_ message: [UInt8]) throws -> Int32 {
    let cleaned = MessageSettings(session, message: message).cleanup.cleaned(message)
    // Git itself refuses an empty message; one with nothing but the trailers that prepare-commit-msg put
    // there is just as empty, but git cannot know.
    if cleaned.isEmpty { return 0 }
    if Self.holdsTrailersOnly(cleaned) {
      session.environment.errors.write("error: the message is empty, and nothing is committed\n")
      return 1
    }
    let plans = HookPlans(session)
    var context = MessageContext(
      plans: try plans.named(in: cleaned), isMerge: session.repository.isMerging,
      isRoot: try session.repository.head().commit == nil)
    var verdict = MessageJudge(context: context).verdict(on: cleaned)
    if case .refused = verdict {
      // Only now it matters what the commit changes.
      context.upkeepPlans = try plans.upkeep()
      verdict = MessageJudge(context: context).verdict(on: cleaned)
    }
    guard case .refused(let findings) = verdict else { return 0 }
    session.environment.errors.write(
      try Refusal(findings: findings, candidates: plans.open(), file: shownFile).text)
    return 1
  }

  /// The message file as a person can name it: hooks run at the top of the work tree, and GIT_PREFIX says
  /// that the person is somewhere below.
  private var shownFile: String {
    let environment = session.environment
    if environment.variables["GIT_PREFIX", default: ""].isEmpty { return file }
    return environment.directory.pushing(FilePath(file)).string
  }

  private static func holdsTrailersOnly(_ message: [UInt8]) -> Bool {
    let keys = PlanReference.keys + ["Signed-off-by"]
    let lines = message.split(separator: UInt8(ascii: "\n"))
    return !lines.isEmpty
      && TrailerParser.lines(in: message, keys: keys, outsideBlock: false).count == lines.count
  }
}

/// The plans of the work tree, read as far as a hook needs them.
struct HookPlans {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Returns the plans that a message names, with their milestones. Other documents are not read.
  func named(in message: [UInt8]) throws -> [PlanKey: KnownPlan] {
    guard let files = session.files, let found = MessageReferences(of: message) else { return [:] }
    var catalog = PlanCatalog(layout: session.layout)
    for case .path(let path) in found.references {
      if let bytes = try? files.read(path, limit: PlanCatalog.documentLimit) {
        catalog.add(path, bytes)
      }
    }
    let ids = Set(found.references.compactMap(\.planID))
    if !ids.isEmpty { try catalog.addPlans(ids, of: files) }
    return Dictionary(catalog.plans.map { ($0.key, KnownPlan($0)) }) { first, _ in first }
  }

  /// Returns the plans whose documents are all that the commit at hand changes.
  func upkeep() throws -> [PlanKey] {
    guard let files = session.files else { return [] }
    let index = session.environment.variables["GIT_INDEX_FILE"]
      .map { session.environment.directory.pushing(FilePath($0)) }
    guard let paths = try session.repository.stagedPaths(index: index), !paths.isEmpty else {
      return []
    }
    let selection = PathSelection(session.layout.roots + session.layout.documentRoots)
    guard paths.allSatisfy(selection.contains) else { return [] }
    let catalog = try PlanCatalog(files: files, layout: session.layout)
    return UpkeepPlans(directory: .init(plans: catalog.plans), layout: session.layout)
      .plans(of: paths.map(\.description))
  }

  /// Returns the plans that a person may mean: the branch's own first, then those that changed last.
  func open() throws -> [Plan] {
    guard let files = session.files else { return [] }
    let own = try BranchPlan(session)?.plans ?? []
    return try PlanCatalog(files: files, layout: session.layout).plans
      .filter { $0.status != .done && $0.status != .archived && $0.key.planID != nil }
      .sorted { left, right in
        if own.contains(left.key) != own.contains(right.key) { return own.contains(left.key) }
        let dates = (left.updated ?? .first, right.updated ?? .first)
        return dates.0 != dates.1 ? dates.0 > dates.1 : left.key > right.key
      }
  }
}

/// What a person reads whose commit is refused.
struct Refusal {
  let findings: [MessageFinding]
  let candidates: [Plan]
  let file: String

  var text: String {
    var lines = findings.map { "error: \(TerminalText.escaped($0.message)) [\($0.rule.rawValue)]" }
    if !candidates.isEmpty {
      lines.append("open plans:")
      for plan in candidates.prefix(5) {
        lines.append("  \(plan.key)  \(TerminalText.escaped(plan.title))")
      }
      if candidates.count > 5 { lines.append("  and \(candidates.count - 5) more") }
    }
    let example = candidates.first?.key.description ?? "EP-YYYYMMDD-NNN"
    let quoted = "'" + file.replacing("'", with: "'\\''") + "'"
    lines += [
      "hint: your message is kept; name a plan and commit again with",
      "  git commit -F \(TerminalText.escaped(quoted)) --trailer 'ExecPlan: \(example)'",
      "hint: a commit of no plan says 'ExecPlan: none (reason)'; "
        + "'git commit --no-verify' skips this check once",
    ]
    return lines.map { $0 + "\n" }.joined()
  }
}
