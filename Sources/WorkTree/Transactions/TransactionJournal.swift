import GitModel

/// What a transaction is going to do, as text: one line for each thing, its words parted by tabs.
///
///     git-execplan transaction 1
///     folder  <path>                               is made before all of it
///     move    <from>  <to>
///     mkdir   <path>
///     create  <path>  <temporary>  <content>
///     replace <path>  <old>  <temporary>  <content>
///     remove  <path>  <old>
///     rmdir   <path>                               if it is empty
///     end     <hash of all lines above>
struct TransactionJournal: Hashable, Sendable {
  /// The folders that the transaction makes, outer ones first.
  var folders: [RepositoryPath] = []
  /// In the order in which they are done.
  var operations: [FileOperation] = []

  private static let title = "git-execplan transaction 1"

  init(folders: [RepositoryPath], operations: [FileOperation]) {
    self.folders = folders
    self.operations = operations
  }

  var bytes: [UInt8] {
    var lines = [[Self.title]] + folders.map { ["folder", Self.escaped($0)] }
    for operation in operations {
      switch operation {
      case .move(let from, let to): lines.append(["move", Self.escaped(from), Self.escaped(to)])
      case .create(let path, let prepared):
        lines.append(["create", Self.escaped(path)] + Self.words(prepared))
      case .replace(let path, let old, let prepared):
        lines.append(["replace", Self.escaped(path), old.text] + Self.words(prepared))
      case .makeFolder(let path): lines.append(["mkdir", Self.escaped(path)])
      case .remove(let path, let old): lines.append(["remove", Self.escaped(path), old.text])
      case .removeFolder(let path): lines.append(["rmdir", Self.escaped(path)])
      }
    }
    let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    return Array((text + "end\t\(FileFingerprint.digits(FileFingerprint.hash(text.utf8)))\n").utf8)
  }

  /// Reads a journal; `nil` for one that is not whole or that asks for what no transaction does.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else {
      return nil
    }
    var lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.popLast(), lines.first == Self.title[...] else { return nil }
    let hashed = text.utf8.dropLast(last.utf8.count + 1)
    guard last == "end\t\(FileFingerprint.digits(FileFingerprint.hash(hashed)))" else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: "\t", omittingEmptySubsequences: false)
      if words.count == 2, words[0] == "folder", let path = Self.path(words[1]) {
        folders.append(path)
      } else if let operation = Self.operation(words) {
        operations.append(operation)
      } else {
        return nil
      }
    }
  }

  private static func operation(_ words: [Substring]) -> FileOperation? {
    guard words.count > 1, let path = path(words[1]) else { return nil }
    switch (words[0], words.count) {
    case ("move", 3): return Self.path(words[2]).map { .move(from: path, to: $0) }
    case ("create", 4): return prepared(words[2...]).map { .create(path, $0) }
    case ("replace", 5):
      guard let old = FileFingerprint(words[2]) else { return nil }
      return prepared(words[3...]).map { .replace(path, old: old, $0) }
    case ("remove", 3): return FileFingerprint(words[2]).map { .remove(path, old: $0) }
    case ("mkdir", 2): return .makeFolder(path)
    case ("rmdir", 2): return .removeFolder(path)
    default: return nil
    }
  }

  private static func words(_ prepared: FileOperation.PreparedFile) -> [String] {
    [escaped(prepared.temporary), prepared.content.text]
  }

  private static func prepared(_ words: ArraySlice<Substring>) -> FileOperation.PreparedFile? {
    guard let first = words.first, let last = words.last, let temporary = path(first),
      TemporaryName.isOne(temporary.name), let content = FileFingerprint(last)
    else { return nil }
    return FileOperation.PreparedFile(temporary: temporary, content: content)
  }

  /// Tabs and line ends of a path are written as percent signs and two digits.
  private static func escaped(_ path: RepositoryPath) -> String {
    var text = ""
    for scalar in path.description.unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\t": text += "%09"
      case "\n": text += "%0A"
      case "\r": text += "%0D"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func path(_ word: Substring) -> RepositoryPath? {
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return RepositoryPath(String(decoding: bytes, as: UTF8.self))
  }
}
