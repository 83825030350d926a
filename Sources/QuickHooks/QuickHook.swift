import GitFiles
import GitModel
import MessageRules
import Plans
package import SystemPackage
import WorkTree

/// commit-msg and prepare-commit-msg for the commits for which plain files are enough, which most are.
///
/// A hook is done here, or nothing has happened: the program that knows the whole repository is asked about
/// all other commits, and about every message that has to be refused or warned of.
package struct QuickHook {
  /// The version of both programs.
  package static let version = "0.1.0"

  /// The hooks that this is about.
  package static let names = ["commit-msg", "prepare-commit-msg"]

  private let directory: FilePath
  private let variables: [String: String]

  /// - Parameters:
  ///   - directory: The folder that git runs the hook in.
  ///   - variables: The environment variables.
  package init(in directory: FilePath, variables: [String: String]) {
    self.directory = directory
    self.variables = variables
  }

  /// Runs a hook. Returns whether it is done, and the commit may go on.
  ///
  /// - Parameter words: The hook's name, then what git gives to it.
  package func isDone(_ words: [String]) -> Bool {
    guard words.count > 1, Self.names.contains(words[0]) else { return false }
    if variables["EXECPLAN_HOOK"] == "off" { return true }
    do {
      guard let repository = RepositoryFiles(at: directory, environment: variables) else {
        return false
      }
      if try !repository.configuration.runsHooks { return true }
      let file = try MessageFile(words[1], in: directory, repository.configuration, variables)
      return words[0] == "commit-msg"
        ? try judges(file, repository)
        : try prepares(
          file, repository, source: MessageFile.source(Array(words.dropFirst()), variables))
    } catch {
      return false
    }
  }

  private func judges(_ file: MessageFile, _ repository: RepositoryFiles) throws -> Bool {
    let message = file.message
    // Git itself refuses an empty message.
    if message.isEmpty { return true }
    if TemplateNote(gitDirectory: repository.gitDirectory).exists
      || !TemplateNote.hasOwnLines(message)
    {
      return false
    }
    let inserts = try repository.configuration.insertsTrailers
    // What is judged is what will be kept.
    let bytes = inserts ? file.joined : file.bytes
    let readings = file.settings.readings(of: bytes)
    guard let plans = try PlanGlance(repository).plans(namedIn: readings) else { return false }
    let judge = MessageJudge(
      context: MessageContext(
        plans: plans, policy: try MessagePolicy(repository.configuration, changing: .hook),
        isMerge: repository.state.isMerging,
        author: CommitAuthor(repository.configuration, variables)),
      options: file.settings.readingOptions)
    let judgements = readings.lazy.map { judge.judgement(on: $0) }
    guard let judgement = judgements.first(where: { !$0.isRefused }), judgement.warnings.isEmpty
    else { return false }
    if inserts { try file.replace(with: bytes) }
    return true
  }

  private func prepares(
    _ file: MessageFile, _ repository: RepositoryFiles, source: String?
  ) throws -> Bool {
    guard try repository.configuration.insertsTrailers, file.takesTrailers else { return true }
    let state = repository.state
    if source == "template" || TrailerSuggestion.isRevert(file.message) || state.isMerging {
      return false
    }
    let plan = state.branch.flatMap {
      BranchPlan(branch: $0, configuration: repository.configuration)
    }
    try file.add(TrailerSuggestion.trailers(for: plan?.references ?? []))
    return true
  }
}
