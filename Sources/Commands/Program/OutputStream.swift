import Synchronization
package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a command writes.
package final class OutputStream: Sendable {
  private let file: FileDescriptor
  private let failure = Mutex(false)

  /// Whether something could not be written: a full disk, say.
  package var hasFailed: Bool { failure.withLock { $0 } }

  package init(_ file: FileDescriptor) { self.file = file }

  /// Whether a person reads it on a terminal.
  package var isTerminal: Bool { isatty(file.rawValue) != 0 }

  /// The terminal's width in columns: what the terminal says, else COLUMNS, else 80.
  package func width(_ variables: [String: String]) -> Int {
    var size = winsize()
    if ioctl(file.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return variables["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  /// Writes text whole, or notes that it could not. A pipe that was closed ends the process by SIGPIPE, as
  /// it ends git.
  package func write(_ text: String) {
    do {
      _ = try file.writeAll(Array(text.utf8))
    } catch {
      failure.withLock { $0 = true }
    }
  }
}
