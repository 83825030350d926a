package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path. Links are not followed.
package struct FileStatus: Hashable, Sendable {
  private let mode: UInt32
  private let device: UInt64
  private let inode: UInt64
  private let names: UInt64

  /// Looks at a path; `nil` where nothing is there or it cannot be looked at.
  package init?(of path: FilePath) {
    var status = stat()
    guard lstat(path.string, &status) == 0 else { return nil }
    mode = UInt32(status.st_mode)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    names = UInt64(truncatingIfNeeded: status.st_nlink)
  }

  package var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
  package var isRegular: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
  package var isLink: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFLNK) }
  /// Whether anybody may run it.
  package var isExecutable: Bool { mode & 0o111 != 0 }
  /// Read, write and execute bits.
  package var permissions: UInt32 { mode & 0o7777 }

  /// Whether the two are one regular file under two names.
  func isSecondName(of other: FileStatus) -> Bool {
    isRegular && device == other.device && inode == other.inode && names > 1
  }

  /// Whether a rename can lead from one place to the other.
  func isOnSameDevice(as other: FileStatus) -> Bool { device == other.device }
}
