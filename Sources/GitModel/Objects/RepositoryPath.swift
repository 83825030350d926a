/// The path of a file or folder inside a repository, relative to its root, with `/` between
/// components, as git's trees and index write it.
///
/// A path that would leave the repository cannot be made: absolute paths, `.`, `..`, `.git` and empty
/// components are refused, whatever a document or a commit message says.
package struct RepositoryPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text, never empty.
  package let description: String

  /// Creates a path from text; `nil` where it is empty or could reach out of the repository.
  package init?(_ text: String) {
    var text = text
    guard text.withUTF8(Self.isSafePath) else { return nil }
    description = text
  }

  /// Creates a path from text in the same way.
  package init?(_ text: Substring) { self.init(String(text)) }

  private init(unchecked text: String) { description = text }

  /// The names of the folders and, last, of the file.
  package var components: [Substring] { description.split(separator: "/") }

  /// The last component.
  package var name: String {
    guard let slash = description.lastIndex(of: "/") else { return description }
    return String(description[description.index(after: slash)...])
  }

  /// The folder that holds this path, `nil` at the root.
  package var parent: RepositoryPath? {
    guard let slash = description.lastIndex(of: "/") else { return nil }
    return RepositoryPath(unchecked: String(description[..<slash]))
  }

  /// Returns the path of an entry of this folder, `nil` where `name` is no safe relative path.
  package func appending(_ name: String) -> RepositoryPath? {
    RepositoryPath(description + "/" + name)
  }

  /// Says whether this path lies somewhere below `folder`.
  package func isInside(_ folder: RepositoryPath) -> Bool {
    let prefix = folder.description.utf8
    let own = description.utf8
    guard own.count > prefix.count + 1, own.starts(with: prefix) else { return false }
    return own[own.index(own.startIndex, offsetBy: prefix.count)] == UInt8(ascii: "/")
  }

  /// Returns the path as seen from a folder, `nil` for the root: `../auth/plan.md`.
  package func relative(to folder: RepositoryPath?) -> String {
    guard let folder else { return description }
    let own = components
    let other = folder.components
    let shared = zip(own.dropLast(), other).prefix { $0 == $1 }.count
    let ways = Array(repeating: Substring(".."), count: other.count - shared)
    return (ways + own[shared...]).joined(separator: "/")
  }

  /// Returns where this path is after a file or folder moved; `nil` where it does not move with it.
  package func moved(from: RepositoryPath, to: RepositoryPath) -> RepositoryPath? {
    if self == from { return to }
    guard isInside(from) else { return nil }
    return to.appending(String(description.dropFirst(from.description.count + 1)))
  }

  package static func < (left: RepositoryPath, right: RepositoryPath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func isSafePath(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == UInt8(ascii: "/") {
      if !isSafeName(UnsafeBufferPointer(rebasing: text[start..<end])) { return false }
      start = end + 1
    }
    return true
  }

  private static func isSafeName(_ component: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in component where byte == 0 { return false }
    let dot = UInt8(ascii: ".")
    switch component.count {
    case 0: return false
    case 1: return component[0] != dot
    case 2: return component[0] != dot || component[1] != dot
    case 4:
      return component[0] != dot || ASCII.lowercased(component[1]) != UInt8(ascii: "g")
        || ASCII.lowercased(component[2]) != UInt8(ascii: "i")
        || ASCII.lowercased(component[3]) != UInt8(ascii: "t")
    default: return true
    }
  }
}
