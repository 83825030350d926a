import Correlation
import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans

/// What a commit that takes others up or back belongs to: that which they belong to.
struct InheritedPlans {
  private static let noteLimit = 1 << 20
  /// How far a revert of a revert of a revert is followed.
  private static let depthLimit = 8

  let run: HookRun

  /// Returns what the commits belong to that a message says it reverts. Empty where one of them says that it
  /// belongs to no plan; `nil` where nothing is known of them.
  func ofReverted(in message: [UInt8], depth: Int = 0) throws -> [PlanReference]? {
    guard depth < Self.depthLimit else { return nil }
    var found: [PlanReference]?
    for name in MessageMentions(in: message).reverted {
      guard let id = try name.id ?? run.session.repository.commit(named: name.description),
        let references = try references(of: id, depth: depth)
      else { continue }
      found = (found ?? []) + references
    }
    return found
  }

  /// Returns what the branches are for that are being merged.
  func ofMerged(by message: [UInt8]) -> [PlanReference] {
    // A message in a person's own words names none; what git proposed is still there.
    let merge =
      MergeMessage(message: message)
      ?? run.state.mergeMessage.flatMap { MergeMessage(message: $0) }
    if let merge { return merge.branches.map(\.name).flatMap(plans) }
    // So git tells its helpers, whatever the message says.
    return run.environment.variables.filter { $0.key.hasPrefix("GITHEAD_") }
      .sorted { $0.key < $1.key }.map(\.value).flatMap(plans)
  }

  /// Returns what a commit says of itself, or what its note, the branches that it merged or the commits that
  /// it reverted say.
  private func references(of id: ObjectID, depth: Int) throws -> [PlanReference]? {
    let repository = run.session.repository
    let read = try repository.readCommit(id) { ($0.isMerge, Array($1)) }
    guard let (isMerge, message) = read else { return nil }
    var note = PlanNote()
    if let text = try repository.note(
      on: id, under: FactsGatherer.notesReference, limit: Self.noteLimit)
    {
      note = PlanNote(note: text)
    }
    let own = MessageReferences(of: message)?.references ?? []
    let said = note.kept(of: own) + note.references
    if !said.isEmpty {
      return said.filter { if case .none = $0 { false } else { true } }
    }
    if isMerge, let merge = MergeMessage(message: message) {
      let merged = merge.branches.map(\.name).flatMap(plans)
      if !merged.isEmpty { return note.kept(of: merged) }
    }
    return try ofReverted(in: message, depth: depth + 1)
  }

  private func plans(ofBranch name: String) -> [PlanReference] {
    BranchPlan(branch: name, configuration: run.configuration)?.references ?? []
  }
}
