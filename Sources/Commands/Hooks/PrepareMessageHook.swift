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
    guard try run.configuration.insertsTrailers else { return }
    let message = file.message
    guard TrailerSuggestion.isOpen(message, options: file.settings.readingOptions) else { return }
    // An empty message stays empty where nobody gets to write another one.
    if message.isEmpty, !file.settings.isEdited { return }
    let trailers = TrailerSuggestion.trailers(
      for: try SuggestedPlans(run: run).references(of: message))
    if trailers.isEmpty { return }
    if source == "template" {
      try TemplateNote(gitDirectory: run.state.gitDirectory).write(message)
    }
    let insertion = TrailerInsertion(trailers, options: file.settings.writingOptions)
    try file.replace(with: insertion.applied(to: file.bytes))
  }
}
