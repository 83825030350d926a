/// The path of a file or folder inside a repository, relative to its root, with `/` between
/// components, as git's trees and index write it.
///
/// A path that would leave the repository cannot be made: absolute paths, `.`, `..`, `.git` and empty
/// components are refused, whatever a document or a commit message says.
package struct RepositoryPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as text, never empty.
  package let description: String

  /// Creates a path from text; `nil` where it is empty or could reach out of the repository.
  package init?(_ text: some StringProtocol) {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    for component in text.split(separator: "/", omittingEmptySubsequences: false) {
      let lowered = component.lowercased()
      if component.isEmpty || component == "." || component == ".." || lowered == ".git" {
        return nil
      }
    }
    description = String(text)
  }

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
  package func appending(_ name: some StringProtocol) -> RepositoryPath? {
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
    return to.appending(description.dropFirst(from.description.count + 1))
  }

  package static func < (left: RepositoryPath, right: RepositoryPath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
