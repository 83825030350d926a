import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans
import WorkTree

/// A run as a hook, or what would be one: the repository with the commit at hand.
struct HookRun {
  let session: Session

  var environment: CommandEnvironment { session.environment }
  var configuration: Configuration { session.repository.configuration }
  /// The branch, and what is in progress.
  var state: RepositoryState { session.repository.state }
  var layout: PlanLayout { session.layout }
  /// The files of the work tree, `nil` in a bare repository.
  var files: WorkFiles? { session.files }

  init(_ session: Session) { self.session = session }

  /// What the branch at hand is for; mid-rebase it is the one that is being rebased. `nil` where it is no
  /// plan's.
  var branchPlan: BranchPlan? {
    state.branch.flatMap { BranchPlan(branch: $0, configuration: configuration) }
  }

  /// Writes to the person.
  func tell(_ text: String) { environment.errors.write(text) }
}
