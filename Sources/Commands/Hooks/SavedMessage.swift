import GitFiles
import GitModel
import GitStore
import MessageRules
import QuickHooks
import SystemPackage
import WorkTree

/// The message of a refused commit, kept for another try.
struct SavedMessage {
  private let path: FilePath
  /// What git named, where the message stays there.
  private let name: String?
  private let message: [UInt8]
  private let old: [UInt8]
  private let isBelow: Bool
  /// Whether git was told to keep every byte.
  let isVerbatim: Bool

  init(run: HookRun, file: MessageFile, call: CommitCommandLine?) {
    // Git puts its own words back into MERGE_MSG when a merge is refused.
    let isOwn = file.path.lastComponent == "COMMIT_EDITMSG"
    name = isOwn ? file.name : nil
    path = isOwn ? file.path : run.state.gitDirectory.appending("COMMIT_EDITMSG")
    old = isOwn ? file.bytes : []
    isBelow =
      !run.environment.variables["GIT_PREFIX", default: ""].isEmpty
      || call?.leading.isEmpty == false
    // Whoever commits the file again with -F gets it word for word, so what git would have taken out of it,
    // comments and the diff of --verbose, goes now.
    let isEdited = call?.opensEditor ?? file.settings.isEdited
    let configured = run.configuration.string("commit.cleanup")
    let mode =
      CleanupMode(configured: call?.cleanup ?? configured, isEdited: isEdited)
      ?? file.settings.cleanup.mode
    isVerbatim = mode == .verbatim
    let cleanup = MessageCleanup(
      mode: mode, commentPrefix: file.settings.commentPrefix, cutsAtScissors: isEdited)
    message = cleanup.cleaned(file.bytes)
  }

  /// Writes it. Where that fails the refusal stands all the same.
  func write() {
    if message != old { try? FileReplacement.write(message, to: path, disk: .hasty) }
  }

  /// The file as a person can name it: hooks run at the top of the work tree, and the person may be somewhere
  /// else.
  func shownPath(directory: FilePath) -> String {
    if isBelow { return path.string }
    if let name { return name }
    var relative = path
    return relative.removePrefix(directory) ? relative.string : path.string
  }
}
