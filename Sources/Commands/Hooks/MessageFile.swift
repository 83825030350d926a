import GitModel
import Plans
import SystemPackage
import WorkTree

/// The file in which git hands a message to a hook, and takes it back.
struct MessageFile {
  private static let limit = HookProgram.messageLimit

  /// The file as git names it, seen from the top of the work tree.
  let name: String
  let path: FilePath
  let bytes: [UInt8]
  let settings: MessageSettings

  /// - Throws: `CommandError` where there is no such file.
  init(_ name: String, _ run: HookRun) throws {
    self.name = name
    path = run.environment.directory.pushing(FilePath(name))
    guard let bytes = try FileContent.read(path, limit: Self.limit) else {
      throw CommandError("there is no message file \(name)")
    }
    self.bytes = bytes
    settings = MessageSettings(
      run.configuration, run.environment.variables, message: bytes)
  }

  /// The message as git will keep it, as far as a hook can know.
  var message: [UInt8] { settings.cleanup.cleaned(bytes) }

  /// The file with one block of trailers where several `-m` tore it apart.
  var joined: [UInt8] {
    TrailerJoining(keys: PlanReference.keys, options: settings.readingOptions).applied(to: bytes)
      ?? bytes
  }

  /// Puts another message in its place, unless it is the same one.
  func replace(with message: [UInt8]) throws(FileError) {
    if message == bytes { return }
    // The message is not worth a flush of the device: git writes it without one as well.
    try FileReplacement.write(message, to: path, disk: .hasty)
  }
}
