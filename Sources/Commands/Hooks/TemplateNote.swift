import GitModel
import GitStore
import MessageRules
import Plans
import SystemPackage
import WorkTree

/// Remembers the template that a message started from, between the two hooks of one commit.
///
/// Git ends a commit whose template nobody edited. It cannot see that any more where a trailer was added.
struct TemplateNote {
  private static let limit = 1 << 20
  private let path: FilePath

  init(_ run: HookRun) {
    path = run.state.gitDirectory.appending("EXECPLAN_TEMPLATE")
  }

  /// Writes the template's text down.
  func write(_ text: [UInt8]) throws(FileError) {
    try FileReplacement.write(text, to: path, disk: .hasty)
  }

  /// Says whether a message is the template as it was, and forgets the template.
  func isUntouched(_ message: [UInt8]) -> Bool {
    guard let template = (try? FileContent.read(path, limit: Self.limit)) ?? nil else {
      return false
    }
    FileContent.discard(path)
    return Self.ownLines(message) == Self.ownLines(template)
  }

  /// Returns the lines that a person has to write: not the trailers of plans, nor what `--signoff` adds.
  static func ownLines(_ message: [UInt8]) -> [ArraySlice<UInt8>] {
    let keys = PlanReference.keys + ["Signed-off-by"]
    return message.split(separator: UInt8(ascii: "\n")).filter { line in
      TrailerParser.lines(in: line, keys: keys, outsideBlock: false).isEmpty
    }
  }
}
