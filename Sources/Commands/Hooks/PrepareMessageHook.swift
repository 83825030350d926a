import GitFiles
import GitModel
import GitStore
import MessageRules
import Plans
import QuickHooks

/// prepare-commit-msg: gives the message the trailers of the plan that the commit is for.
struct PrepareMessageHook {
  let run: HookRun
  let file: MessageFile
  /// Where the message comes from, in git's words.
  let source: String?

  func prepare() throws {
    guard try run.configuration.insertsTrailers, file.takesTrailers else { return }
    let message = file.message
    let trailers = TrailerSuggestion.trailers(
      for: try SuggestedPlans(run: run).references(of: message))
    if trailers.isEmpty { return }
    if source == "template" {
      try TemplateNote(gitDirectory: run.state.gitDirectory).write(message)
    }
    try file.add(trailers)
  }
}
