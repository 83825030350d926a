import GitModel
import Plans
package import SystemPackage
package import WorkTree

/// Remembers the template that a message started from, between the two hooks of one commit.
///
/// Git ends a commit whose template nobody edited. It cannot see that any more where a trailer was added.
package struct TemplateNote {
  private static let limit = 1 << 20
  private let path: FilePath

  /// - Parameter gitDirectory: The repository's own folder.
  package init(gitDirectory: FilePath) {
    path = gitDirectory.appending("EXECPLAN_TEMPLATE")
  }

  /// Whether there is one.
  package var exists: Bool { FileStatus(of: path) != nil }

  /// Writes the template's text down.
  package func write(_ text: [UInt8]) throws(FileError) {
    try FileReplacement.write(text, to: path, disk: .hasty)
  }

  /// Says whether a message is the template as it was, and forgets the template.
  package func isUntouched(_ message: [UInt8]) -> Bool {
    guard let template = (try? FileContent.read(path, limit: Self.limit)) ?? nil else {
      return false
    }
    FileContent.discard(path)
    return Self.ownLines(message) == Self.ownLines(template)
  }

  /// Says whether a message has lines that a person has to write.
  package static func hasOwnLines(_ message: [UInt8]) -> Bool {
    var rest = message[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      if !line.isEmpty, isOwn(line) { return true }
      rest = rest.dropFirst(line.count + 1)
    }
    return false
  }

  private static func ownLines(_ message: [UInt8]) -> [ArraySlice<UInt8>] {
    message.split(separator: UInt8(ascii: "\n")).filter(isOwn)
  }

  /// Says whether a person has to write a line: it is no trailer of plans, nor what `--signoff` adds.
  private static func isOwn(_ line: ArraySlice<UInt8>) -> Bool {
    let keys = PlanReference.keys + ["Signed-off-by"]
    return TrailerParser.lines(in: line, keys: keys, outsideBlock: false).isEmpty
  }
}
