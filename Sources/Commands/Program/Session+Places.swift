import GitModel
import SystemPackage
import WorkTree

extension Session {
  /// A file or folder that a person names.
  enum Place: Hashable {
    case root
    case path(RepositoryPath)
  }

  /// Returns the existing file or folder that a word means: seen from the folder that the person works in,
  /// else from the root; `nil` where there is none.
  func place(named word: String, in source: some DocumentSource) -> Place? {
    if let files, let folder = try? WorkFiles(root: directory).root {
      var location = folder.pushing(FilePath(word)).lexicallyNormalized()
      if location == files.root { return .root }
      if location.removePrefix(files.root), let path = RepositoryPath(location.string),
        source.exists(path)
      {
        return .path(path)
      }
    }
    var word = word[...]
    while word.hasSuffix("/") { word.removeLast() }
    guard let path = RepositoryPath(word), source.exists(path) else { return nil }
    return .path(path)
  }
}
