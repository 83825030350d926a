package import GitModel
package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a work tree, reached by their paths in the repository and never outside of it.
///
/// A path whose folders lead out of the work tree through a symbolic link is refused, and a link in
/// the place of a file is never followed: a repository can hold links to anywhere.
package struct WorkFiles: Sendable {
  /// The root of the work tree, without symbolic links.
  package let root: FilePath
  /// What stands before the paths of the repository on disk: the root and a slash.
  private let prefix: String

  /// Creates access to the work tree at `root`, an existing folder.
  package init(root: FilePath) throws(FileError) {
    self.root = try Self.resolve(root)
    prefix = self.root.string.hasSuffix("/") ? self.root.string : self.root.string + "/"
  }

  /// Returns where a path of the repository is on disk.
  package func location(of path: RepositoryPath) -> FilePath {
    FilePath(prefix + path.description)
  }

  /// Returns the regular files below a folder, in the order of their paths; none where it does not
  /// exist. Links are passed over.
  package func files(below folder: RepositoryPath) throws(FileError) -> [RepositoryPath] {
    guard try isInside(location(of: folder)) else { return [] }
    var found: [RepositoryPath] = []
    try collect(folder, depth: 0, into: &found)
    return found.sorted()
  }

  /// Returns the content of a regular file; `nil` where there is none.
  ///
  /// - Throws: `FileError` where it cannot be read, is no regular file or is longer than `limit` bytes.
  package func read(_ path: RepositoryPath, limit: Int) throws(FileError) -> [UInt8]? {
    try read(path, last: nil, limit: limit)
  }

  /// Returns the content of a file as `read` does, of a longer one its last bytes only; all of it where
  /// `last` is `nil`.
  package func read(
    _ path: RepositoryPath, last: Int?, limit: Int
  ) throws(FileError) -> [UInt8]? {
    guard try isInside(path.parent.map(location(of:)) ?? root) else { return nil }
    return try FileContent.read(location(of: path), limit: limit, last: last, followsLinks: false)
  }

  /// Says whether a file or folder exists at a path.
  package func exists(_ path: RepositoryPath) -> Bool {
    FileStatus(of: location(of: path)) != nil
  }

  /// Says whether a folder exists at a path; a link to one does not count.
  package func isFolder(_ path: RepositoryPath) -> Bool {
    FileStatus(of: location(of: path))?.isFolder ?? false
  }

  /// Checks that a path may be written: no link leads out of the work tree or stands in its place.
  func checkWritable(_ path: RepositoryPath) throws(FileError) {
    let location = location(of: path)
    var folder = path.parent
    while let current = folder, FileStatus(of: self.location(of: current)) == nil {
      folder = current.parent
    }
    if let folder, try !isInside(self.location(of: folder)) {
      throw FileError("write", location, reason: "a symbolic link leads out of the work tree")
    }
    if FileStatus(of: location)?.isLink == true {
      throw FileError("write", location, reason: "it is a symbolic link")
    }
  }

  /// Whether a folder, links resolved, lies in the work tree. A folder that is not there does not.
  private func isInside(_ folder: FilePath) throws(FileError) -> Bool {
    guard FileStatus(of: folder) != nil else { return false }
    let resolved = try Self.resolve(folder)
    if resolved == root || resolved.string.hasPrefix(prefix) { return true }
    throw FileError("use", folder, reason: "a symbolic link leads out of the work tree")
  }

  private func collect(
    _ folder: RepositoryPath, depth: Int, into found: inout [RepositoryPath]
  ) throws(FileError) {
    guard depth < 64 else { return }
    let location = location(of: folder)
    for name in try FolderContent.names(in: location) {
      guard let path = folder.appending(name), let status = FileStatus(of: self.location(of: path))
      else { continue }
      if status.isFolder {
        try collect(path, depth: depth + 1, into: &found)
      } else if status.isRegular {
        found.append(path)
      }
    }
  }

  private static func resolve(_ path: FilePath) throws(FileError) -> FilePath {
    guard let resolved = realpath(path.string, nil) else {
      throw FileError("use", path, Errno(rawValue: errno))
    }
    defer { free(resolved) }
    return FilePath(String(cString: resolved))
  }
}
