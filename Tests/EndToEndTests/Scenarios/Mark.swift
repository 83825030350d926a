/// How one piece of work can be seen in a tree.
enum Mark: Hashable {
  /// Some file below `src` has this line.
  case line(String)
  /// A file stands at the path, or none does.
  case file(String, isThere: Bool)
}
