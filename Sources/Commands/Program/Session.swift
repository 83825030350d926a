import GitModel
import GitStore
import Plans
import Reports
import SystemPackage
import WorkTree

/// A command's run: the repository it works in, and where its words go.
struct Session {
  let environment: CommandEnvironment
  /// The folder that the person works in, after `-C`.
  let directory: FilePath
  let repository: Repository
  /// The files of the work tree, `nil` in a bare repository.
  let files: WorkFiles?
  let layout: PlanLayout
  private let colour: GlobalOptions.Colour
  private var isQuiet: Bool

  /// Opens the repository of the current folder.
  ///
  /// - Parameter options: Those of the command line; `nil` where there is none, as in a hook.
  init(_ environment: CommandEnvironment, options: GlobalOptions? = nil) throws {
    self.environment = environment
    colour = options?.colour ?? .auto
    isQuiet = options?.quiet ?? false
    var directory = environment.directory
    if let path = options?.directory { directory = directory.pushing(FilePath(path)) }
    self.directory = directory.lexicallyNormalized()
    guard FileStatus(of: directory) != nil else {
      throw CommandError("there is no folder \(directory)")
    }
    repository = try Repository(at: self.directory, environment: environment.variables)
    files = try repository.workTree.map { try WorkFiles(root: $0) }
    layout = try PlanLayout(repository.configuration)
  }

  /// The folder of the repository that the person works in, `nil` at its root and outside of the work
  /// tree.
  var prefix: RepositoryPath? {
    guard let files, var rest = try? WorkFiles(root: directory).root, rest.removePrefix(files.root)
    else { return nil }
    return RepositoryPath(rest.string)
  }

  /// The files of the work tree.
  ///
  /// - Throws: `CommandError` in a bare repository.
  func workFiles() throws -> WorkFiles {
    guard let files else {
      throw CommandError(
        "this command needs a work tree, and the repository at \(repository.gitDirectory) is bare")
    }
    return files
  }

  /// Waits until no other command writes plans of this repository, in any of its work trees, and finishes
  /// what one that was killed had begun. The lock is held as long as the value or a transaction of it lives.
  func lockPlans() throws -> WorkTreeLock {
    let lock = try WorkTreeLock(
      workFiles(), locking: repository.commonDirectory, gitDirectory: repository.gitDirectory,
      disk: environment.disk)
    if let left = lock.recovered {
      note("finished what an interrupted command had begun")
      for conflict in left { warn("\(conflict.path) \(conflict.reason)") }
    }
    return lock
  }

  /// Warns where a command that was killed has left plans half-written.
  func warnAboutInterruption() {
    let isPending = WorkTreeLock.isPending(
      in: repository.gitDirectory, locking: repository.commonDirectory)
    guard files != nil, isPending else { return }
    warn(
      "an interrupted command has left plans half-written; "
        + "the next command that writes finishes it, such as 'git execplan registry update'")
  }

  /// Returns the same run without words to the person.
  func silenced() -> Session {
    var session = self
    session.isQuiet = true
    return session
  }

  /// Writes data.
  func write(_ text: String) { environment.output.write(text) }

  /// Writes a word to the person, unless `--quiet` says otherwise. It must be safe for a terminal.
  func note(_ text: String) { if !isQuiet { environment.errors.write(text + "\n") } }

  /// Writes a warning to the person.
  func warn(_ text: String) { note("warning: \(TerminalText.escaped(text))") }

  /// How text on the output looks.
  var style: TextStyle {
    let isTerminal = environment.output.isTerminal
    let hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && environment.variables["NO_COLOR", default: ""].isEmpty
          && environment.variables["TERM"] != "dumb"
      }
    return TextStyle(
      hasColour: hasColour,
      width: isTerminal ? environment.output.width(environment.variables) : nil)
  }
}
