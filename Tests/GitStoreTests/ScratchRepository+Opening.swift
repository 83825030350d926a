import Foundation
import GitModel
import SystemPackage
import TestSupport

@testable import GitStore

extension ScratchRepository {
  /// Opens the repository in a folder, as the program would with the given variables.
  func open(
    in directory: String? = nil, environment extra: [String: String] = [:]
  ) throws -> Repository {
    try Repository(
      at: FilePath(directory ?? path), environment: environment.merging(extra) { _, new in new })
  }

  /// Returns what `git rev-parse` says.
  func id(_ revision: String, in directory: String? = nil) throws -> ObjectID {
    guard let id = ObjectID(try git(["rev-parse", "--verify", revision], in: directory)) else {
      throw CocoaError(.formatting)
    }
    return id
  }

  func folder(_ name: String) throws -> String {
    let folder = path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  func symbolicLink(_ name: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path + "/" + name)
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: path + "/" + name)
  }

  /// Stages everything and returns the tree that this makes.
  func tree() throws -> ObjectID {
    try git("add --all")
    guard let id = ObjectID(try git("write-tree")) else { throw CocoaError(.formatting) }
    return id
  }

  /// Returns the NUL-separated fields of git's output.
  func fields(
    _ arguments: [String], in directory: String? = nil, environment: [String: String] = [:]
  ) throws -> [String] {
    try git(arguments, in: directory, environment: environment)
      .split(separator: "\0", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

/// Returns a path without a slash at its end.
func plain(_ path: FilePath?) -> String? { path?.string }
