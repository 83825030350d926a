package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a command writes.
package struct OutputStream: Sendable {
  private let file: FileDescriptor

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

  /// Writes text whole. A reader that went away ends it.
  package func write(_ text: String) {
    // What cannot be written cannot be reported either: the last resort is the exit code, and a closed
    // pipe ends the process by SIGPIPE as it ends git.
    _ = try? file.writeAll(Array(text.utf8))
  }
}
