import GitModel
import GitStore
import Reports
import SystemPackage
import WorkTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts the hook scripts where git looks for hooks, and takes them away again.
struct HookInstaller {
  /// The second line of every script of ours.
  private static let marker = "# git-execplan hook v"
  private static let placeholder = "'@GIT_EXECPLAN@'"
  private static let assignment = "execplan="
  private static let limit = 1 << 20

  let folder: FilePath
  /// The manager that every hook of the folder is of, whether it is there or not.
  private let manager: HookManager?
  private let workTree: WorkFiles?

  /// - Throws: `CommandError` where git runs no hooks, or where the folder serves other repositories too.
  init(_ session: Session) throws {
    let configuration = session.repository.configuration
    guard let folder = session.repository.hooksDirectory else {
      throw CommandError(
        "git runs no hooks here, because core.hooksPath is empty",
        hint: "run 'git config --unset core.hooksPath' first")
    }
    let own = configuration.strings("core.hooksPath", in: [.local, .worktree])
    if own.isEmpty, configuration.string("core.hooksPath") != nil {
      throw CommandError(
        "core.hooksPath sends the hooks of all your repositories to \(folder)",
        hint: "give this repository hooks of its own: git config core.hooksPath "
          + "\"$(git rev-parse --path-format=absolute --git-common-dir)/hooks\"")
    }
    self.folder = folder.lexicallyNormalized()
    workTree = session.files
    let isHusky = self.folder.ends(with: ".husky") || self.folder.ends(with: ".husky/_")
    manager = isHusky ? .husky : nil
  }

  /// Returns all about what stands in a hook's place.
  ///
  /// - Parameter program: The program that the hook is to call.
  func standing(of hook: HookSelection.Hook, program: FilePath?) throws -> HookStanding {
    HookStanding(
      name: hook.name, path: folder.appending(hook.name).string,
      state: try state(of: hook.name, script: Self.script(hook.bytes, program: program)),
      manager: try manager(of: hook.name)?.rawValue, isChained: isChained(hook.name),
      program: try self.program(of: hook.name)?.string)
  }

  /// Returns what stands in a hook's place.
  func state(of name: String, script: [UInt8]) throws -> HookStanding.State {
    if let own = try ownPlace(of: name) {
      guard FileStatus(of: own.path)?.isExecutable == true else { return .notExecutable }
      return own.content == script ? .installed : .outdated
    }
    if let manager = try manager(of: name) {
      return try isConfigured(manager, for: name) ? .managed : .foreign
    }
    return FileStatus(of: folder.appending(name)) == nil ? .missing : .foreign
  }

  /// Returns the program that our script in a hook's place calls, unless `GIT_EXECPLAN` names another.
  private func program(of name: String) throws(FileError) -> FilePath? {
    guard let content = try ownPlace(of: name)?.content else { return nil }
    let line = String(decoding: content, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix(Self.assignment) }
    guard let quoted = line?.dropFirst(Self.assignment.count), quoted.count > 2 else { return nil }
    let path = FilePath(String(quoted.dropFirst().dropLast()).replacing("'\\''", with: "'"))
    return path.isAbsolute ? path : nil
  }

  /// Returns the manager that a hook is of.
  func manager(of name: String) throws(FileError) -> HookManager? {
    if let manager { return manager }
    guard let content = try FileContent.read(folder.appending(name), limit: Self.limit),
      !Self.isOwn(content)
    else { return nil }
    return HookManager(ofHook: content)
  }

  private func isConfigured(_ manager: HookManager, for name: String) throws -> Bool {
    guard let workTree else { return false }
    return manager.configurationFiles(for: name).contains { file in
      // What cannot be read configures nothing.
      let content = try? FileContent.read(workTree.root.appending(file), limit: Self.limit)
      return content.flatMap { $0 }.map { HookManager.calls(name, in: $0) } ?? false
    }
  }

  /// Returns where our script is, with what it holds: in the hook's place, or where pre-commit puts a hook
  /// that it finds there and runs first.
  private func ownPlace(
    of name: String
  ) throws(FileError) -> (path: FilePath, content: [UInt8])? {
    let path = folder.appending(name)
    guard let content = try FileContent.read(path, limit: Self.limit) else { return nil }
    if Self.isOwn(content) { return (path, content) }
    guard HookManager(ofHook: content) == .preCommit else { return nil }
    let moved = folder.appending(name + ".legacy")
    guard let content = try FileContent.read(moved, limit: Self.limit), Self.isOwn(content) else {
      return nil
    }
    return (moved, content)
  }

  /// Whether a hook that was here before ours is kept and run first.
  func isChained(_ name: String) -> Bool { FileStatus(of: previous(name)) != nil }

  /// Puts a script in place; a hook of somebody else's is kept beside it, to be run first. Returns false
  /// where nothing had to change.
  func install(_ name: String, script: [UInt8]) throws -> Bool {
    let place = try ownPlace(of: name)
    let path = place?.path ?? folder.appending(name)
    switch try state(of: name, script: script) {
    case .installed, .managed: return false
    case .foreign:
      guard !isChained(name) else {
        throw CommandError(
          "\(path) was replaced by another hook since git-execplan was installed",
          hint: "see whether \(previous(name)) is still wanted, remove one of the two, "
            + "then run this again")
      }
      guard rename(path.string, previous(name).string) == 0 else {
        throw FileError("move", path, Errno(rawValue: errno))
      }
    case .missing, .outdated, .notExecutable: break
    }
    do {
      try FileReplacement.makeFolders(for: path)
      try FileReplacement.write(script, to: path, mode: 0o755)
    } catch {
      // The hook that was here must not be lost with ours.
      if FileStatus(of: path) == nil { _ = rename(previous(name).string, path.string) }
      throw error
    }
    return true
  }

  /// Takes a script away and puts back what was there before. Returns false where it is not ours.
  func uninstall(_ name: String) throws -> Bool {
    guard let path = try ownPlace(of: name)?.path else { return false }
    if isChained(name) {
      guard rename(previous(name).string, path.string) == 0 else {
        throw FileError("move", previous(name), Errno(rawValue: errno))
      }
    } else if unlink(path.string) != 0 {
      throw FileError("remove", path, Errno(rawValue: errno))
    }
    return true
  }

  /// Returns a script that calls the binary at `program`.
  static func script(_ template: [UInt8], program: FilePath?) -> [UInt8] {
    guard let program else { return template }
    let quoted = "'" + program.string.replacing("'", with: "'\\''") + "'"
    return Array(
      String(decoding: template, as: UTF8.self).replacing(placeholder, with: quoted).utf8)
  }

  private func previous(_ name: String) -> FilePath {
    folder.appending(name + ".execplan-previous")
  }

  private static func isOwn(_ content: [UInt8]) -> Bool {
    content.split(separator: UInt8(ascii: "\n"), maxSplits: 2).dropFirst().first?
      .starts(with: marker.utf8) ?? false
  }
}
