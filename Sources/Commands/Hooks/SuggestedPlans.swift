import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans

/// What the commit at hand is for, as far as its branch, a merge or what it reverts tells.
struct SuggestedPlans {
  let run: HookRun

  /// Returns what the commit of a message is for, each plan and milestone once.
  func references(of message: [UInt8]) throws -> [PlanReference] {
    let inherited = InheritedPlans(run: run)
    if TrailerSuggestion.isRevert(message),
      let references = try inherited.ofReverted(in: message)
    {
      return references
    }
    if run.state.isMerging {
      // What a merge names holds for all that it brings in: the branch that it brings it to says nothing.
      let merged = inherited.ofMerged(by: message)
      let policy = try MessagePolicy(run.configuration, changing: .hook)
      if !merged.isEmpty || policy.exemptions.contains(.merge) { return merged }
    }
    return run.branchPlan?.references ?? []
  }
}
