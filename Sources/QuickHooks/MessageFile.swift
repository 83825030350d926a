package import GitModel
package import MessageRules
import Plans
package import SystemPackage
package import WorkTree

/// The file in which git hands a message to a hook, and takes it back.
package struct MessageFile {
  /// How long a message may be, in bytes.
  package static let limit = 64 << 20

  /// The file as git names it, seen from the top of the work tree.
  package let name: String
  package let path: FilePath
  package let bytes: [UInt8]
  package let settings: MessageSettings

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - directory: The folder that the hook runs in.
  ///   - variables: The environment variables.
  package init(
    _ name: String, in directory: FilePath, _ configuration: Configuration,
    _ variables: [String: String]
  ) throws(FileError) {
    self.name = name
    path = directory.pushing(FilePath(name))
    guard let bytes = try FileContent.read(path, limit: Self.limit) else {
      throw FileError("read", path, .noSuchFileOrDirectory)
    }
    self.bytes = bytes
    settings = MessageSettings(configuration, variables, message: bytes)
  }

  /// Returns where a message comes from, in git's words: `message`, `template`, `merge`, `squash`, `commit`, or
  /// `nil` for an editor alone.
  ///
  /// - Parameters:
  ///   - arguments: What prepare-commit-msg is given: the file first.
  ///   - variables: The environment variables. pre-commit gives its hooks the file alone, and tells the rest
  ///     here.
  package static func source(_ arguments: [String], _ variables: [String: String]) -> String? {
    if arguments.count > 1 { return arguments[1] }
    let told = variables["PRE_COMMIT_COMMIT_MSG_SOURCE"]
    return told == "" ? nil : told
  }

  /// The message as git will keep it, as far as a hook can know.
  package var message: [UInt8] { settings.cleanup.cleaned(bytes) }

  /// The file with one block of trailers where several `-m` tore it apart.
  package var joined: [UInt8] {
    TrailerJoining(keys: PlanReference.keys, options: settings.readingOptions).applied(to: bytes)
      ?? bytes
  }

  /// Whether trailers may be added: not to a fixup, nor to what names a plan already. An empty message stays
  /// empty where nobody gets to write another one.
  package var takesTrailers: Bool {
    let message = message
    return TrailerSuggestion.isOpen(message, options: settings.readingOptions)
      && (!message.isEmpty || settings.isEdited)
  }

  /// Adds the trailers that it lacks.
  package func add(_ trailers: [Trailer]) throws(FileError) {
    if trailers.isEmpty { return }
    try replace(
      with: TrailerInsertion(trailers, options: settings.writingOptions).applied(to: bytes))
  }

  /// Puts another message in its place, unless it is the same one.
  package func replace(with message: [UInt8]) throws(FileError) {
    if message == bytes { return }
    // The message is not worth a flush of the device: git writes it without one as well.
    try FileReplacement.write(message, to: path, disk: .hasty)
  }
}
