import GitModel
import GitStore
import MessageRules
import Plans
import SystemPackage
import WorkTree

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
      // Only now it matters what the commit changes, and whether other branches know the plan.
      let change = try plans.change()
      context = MessageContext(
        plans: try plans.named(in: cleaned, everywhere: true), isMerge: context.isMerge,
        isRoot: context.isRoot || change.isRoot, upkeepPlans: change.upkeep)
      verdict = MessageJudge(context: context).verdict(on: cleaned)
    }
    guard case .refused(let findings) = verdict else { return 0 }
    // Whoever commits the file again with -F gets it word for word, so what git would have taken out of
    // it, comments and the diff of --verbose, goes now.
    // Where that fails the refusal stands all the same.
    if cleaned != message {
      try? FileReplacement.write(
        cleaned, to: session.environment.directory.pushing(FilePath(file)))
    }
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
