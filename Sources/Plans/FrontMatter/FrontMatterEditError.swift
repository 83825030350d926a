/// Why a front matter was not edited. The file is left as it was.
package enum FrontMatterEditError: Error, Hashable, Sendable {
  /// There is no front matter, or none that can be read.
  case unreadable(FrontMatterError)
  /// The key holds a list, a map, or a value with a tag or an anchor.
  case notEditable(key: String, line: Int)
  /// The edited text would not mean what it should; the key is written in a form that is not understood.
  case notVerified(key: String)

  /// What is wrong, lower case, without a final period.
  package var message: String {
    switch self {
    case .unreadable(let error): error.message
    case .notEditable(let key, let line): "the value of '\(key)' on line \(line) is no simple value"
    case .notVerified(let key): "the value of '\(key)' stands in a form that cannot be edited"
    }
  }
}
