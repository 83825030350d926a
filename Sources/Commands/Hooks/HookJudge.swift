import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans

/// Judges the message of the commit at hand and reads no more for it than it must.
struct HookJudge {
  let run: HookRun
  /// The message in each of the ways in which git may clean it up, the likeliest first. It is refused only
  /// where it is wrong in all of them.
  let readings: [[UInt8]]
  let options: TrailerOptions
  /// How git was called. Asked only where the message alone does not do.
  let call: CallingGit

  /// What came of it.
  struct Result {
    let judgement: Judgement
    /// What the commit changes, as far as it was looked at.
    var change: StagedChange?
    /// The plans whose documents are all that the commit changes, as far as that was looked at.
    var upkeep: [Plan] = []
  }

  func judged() throws -> Result {
    let plans = HookPlans(run)
    var context = MessageContext(
      plans: try plans.named(in: readings),
      policy: try MessagePolicy(run.configuration, changing: .hook),
      isMerge: run.state.isMerging,
      author: CommitAuthor(run.configuration, run.environment.variables))
    var judgement = judgement(in: context)
    guard judgement.isRefused else { return Result(judgement: judgement) }
    // Only now it matters what the commit changes, and whether other branches know the plan.
    let change = try StagedChange(run.session, call: call.commandLine)
    let upkeep = try change.paths.flatMap(plans.upkeep)
    let named = try plans.named(in: readings, everywhere: true)
    context = MessageContext(
      plans: try plans.found(named, after: change.parents), policy: context.policy,
      isMerge: context.isMerge, isRoot: change.isRoot, upkeepPlans: (upkeep ?? []).map(\.key),
      isGeneralUpkeep: upkeep?.isEmpty ?? false, author: context.author)
    judgement = self.judgement(in: context)
    return Result(judgement: judgement, change: change, upkeep: upkeep ?? [])
  }

  private func judgement(in context: MessageContext) -> Judgement {
    let judge = MessageJudge(context: context, options: options)
    let judgements = readings.map { judge.judgement(on: $0) }
    return judgements.first { !$0.isRefused } ?? judgements[0]
  }
}
