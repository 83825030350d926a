import GitModel
import SystemPackage
import WorkTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The `git commit` that runs this process as its hook.
///
/// Git does not tell hooks its options. A refusal that gives the command for another try, and the question
/// whether a commit is amended, need them; nothing else may depend on them, since only Linux shows the words
/// of another process.
final class CallingGit {
  /// The hook may be run by a script, by a hook manager, and by its shell.
  private static let generations = 8
  private static let limit = 4 << 20

  /// How it was called; `nil` where that is not to be found out.
  lazy var commandLine: CommitCommandLine? = {
    var process = Int(getppid())
    for _ in 0..<Self.generations where process > 1 {
      guard let words = Self.words(of: process) else { return nil }
      if let line = CommitCommandLine(words: words) { return line }
      guard let parent = Self.parent(of: process) else { return nil }
      process = parent
    }
    return nil
  }()

  private static func words(of process: Int) -> [String]? {
    guard let bytes = content("cmdline", of: process) else { return nil }
    return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads `<pid> (<name>) <state> <parent> …`; a name may hold anything.
  private static func parent(of process: Int) -> Int? {
    guard let bytes = content("stat", of: process),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 1 ? Int(String(decoding: fields[1], as: UTF8.self)) : nil
  }

  private static func content(_ name: String, of process: Int) -> [UInt8]? {
    (try? FileContent.read(FilePath("/proc/\(process)/\(name)"), limit: limit)) ?? nil
  }
}
