import GitModel
import GitStore
import Plans
import SystemPackage
import WorkTree

/// A run as a hook: the repository as far as the commit at hand needs it.
///
/// It runs at every commit. Most of them need the configuration, the branch and one plan, and for these
/// libgit2 is not even started.
final class HookRun {
  let environment: CommandEnvironment
  let configuration: Configuration
  /// The branch, and what is in progress.
  let state: RepositoryState
  let layout: PlanLayout
  /// The files of the work tree, `nil` in a bare repository.
  let files: WorkFiles?
  private var opened: Session?

  init(_ environment: CommandEnvironment) throws {
    self.environment = environment
    guard
      let quick = RepositoryFiles(
        at: environment.directory, environment: environment.variables)
    else {
      let session = try Session(environment)
      opened = session
      configuration = session.repository.configuration
      state = session.repository.state
      layout = session.layout
      files = session.files
      return
    }
    configuration = quick.configuration
    state = quick.state
    layout = try PlanLayout(configuration)
    files = try WorkFiles(root: quick.workTree)
  }

  init(_ session: Session) {
    environment = session.environment
    configuration = session.repository.configuration
    state = session.repository.state
    layout = session.layout
    files = session.files
    opened = session
  }

  /// The repository, opened when it is first asked for.
  func session() throws -> Session {
    if let opened { return opened }
    let session = try Session(environment)
    opened = session
    return session
  }

  /// Whether hooks add trailers to messages.
  var insertsTrailers: Bool {
    get throws { try configuration.boolean("execplan.insert") ?? true }
  }

  /// What the branch at hand is for; mid-rebase it is the one that is being rebased. `nil` where it is no
  /// plan's.
  var branchPlan: BranchPlan? {
    state.branch.flatMap { BranchPlan(branch: $0, configuration: configuration) }
  }

  /// Writes to the person.
  func tell(_ text: String) { environment.errors.write(text) }
}
