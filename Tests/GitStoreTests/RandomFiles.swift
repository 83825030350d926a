import TestSupport

/// The files of a tree, and changes drawn by lot: of all sorts that git knows, from a few of each, so that the
/// same change comes up again elsewhere.
struct RandomFiles: Hashable {
  struct File: Hashable {
    var mode = "100644"
    /// The content; of a submodule the name of its commit.
    var text: String
  }

  /// By the path as `git fast-import` takes it, in quotes where it has to be.
  private(set) var files: [String: File] = [:]

  private static let strange = #""strange \377\" name.txt""#
  private static let paths = ["a.txt", "dir/b.txt", "dir/sub/c.txt", "with blank.txt", strange]

  init() {
    for path in Self.paths {
      let name = path == Self.strange ? "strange" : path
      files[path] = File(text: (1...40).map { "line \($0) of \(name)\n" }.joined())
    }
    files["crlf.txt"] = File(text: (1...20).map { "line \($0)\r\n" }.joined())
    files["empty"] = File(text: "")
    files["binary"] = File(text: "\0binary 0")
    files["link"] = File(mode: "120000", text: "a.txt")
    files["module"] = File(mode: "160000", text: String(repeating: "1", count: 40))
    files["run.sh"] = File(mode: "100755", text: "#!/bin/sh\n\n{\n  one\n}\n\n{\n  two\n}\n")
  }

  /// Changes something.
  ///
  /// - Parameter seenByCherry: Whether to do only what `git cherry` sees as we do. It does not see that modes alone
  ///   change; and since it has no indent heuristic, it takes a block among others like it for another one of them.
  mutating func change(_ dice: inout Dice, seenByCherry: Bool = false) {
    switch dice.number(1...(seenByCherry ? 18 : 21)) {
    case 1...6: editLine(&dice)
    case 7:
      editLine(&dice)
      editLine(&dice)
    case 8:
      change("crlf.txt") {
        $0.replacingAll("line 7\r\n", with: dice.once(in: 2) ? "line 7\n" : "x\r\n")
      }
    case 9:
      change(dice.one(of: Self.paths)) { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 + "\n" }
    case 10: change(dice.one(of: Self.paths)) { $0.replacingAll("line 30 ", with: "line  30  ") }
    case 11:
      let path = dice.one(of: ["new.txt", "dir/new.txt", "empty", "other empty"])
      let text = dice.one(of: ["", "new\n", "new", "\0new"])
      files[path] = files[path] == nil ? File(text: text) : nil
    case 12: change("binary") { _ in "\0binary \(dice.number(1...3))" }
    case 13: change("binary") { _ in dice.one(of: ["text\n", "other text\n"]) }
    case 14: change("link") { _ in dice.one(of: ["a.txt", "dir/b.txt", "nowhere"]) }
    case 15:
      files["module"] = files["module"].map {
        File(mode: $0.mode, text: String(repeating: "\(dice.number(1...3))", count: 40))
      }
    case 16:
      files["module"] =
        files["module"] == nil ? File(mode: "160000", text: String(repeating: "1", count: 40)) : nil
    case 17: move(dice.one(of: Self.paths), &dice)
    case 18:
      files["a.txt"] = files["a.txt"].map {
        $0.mode == "120000" ? File(text: "file\n") : File(mode: "120000", text: "link")
      }
    case 19:
      change("run.sh") {
        $0.replacingAll("{\n  one\n}\n\n", with: "{\n  one\n}\n\n{\n  more\n}\n\n")
      }
    default:
      let path = dice.one(of: ["a.txt", "run.sh", "empty", "binary"])
      files[path] = files[path].map {
        File(mode: $0.mode == "100755" ? "100644" : "100755", text: $0.text)
      }
      if dice.once(in: 2) { editLine(&dice) }
    }
  }

  private mutating func editLine(_ dice: inout Dice) {
    let path = dice.one(of: Self.paths)
    let line = dice.number(1...40)
    let word = dice.one(of: ["changed", "other"])
    let kind = dice.number(1...3)
    change(path) { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard line < lines.count else { return text }
      switch kind {
      case 1: lines[line] = "\(word) \(line)"
      case 2: lines.insert("\(word)", at: line)
      default: lines.remove(at: line)
      }
      return lines.joined(separator: "\n")
    }
  }

  private mutating func move(_ path: String, _ dice: inout Dice) {
    guard let file = files.removeValue(forKey: path) else { return }
    files[dice.one(of: ["moved.txt", "dir/moved.txt"])] = file
    if dice.once(in: 2) { change("moved.txt") { $0.replacingAll("line 9 ", with: "line nine ") } }
  }

  private mutating func change(_ path: String, _ edit: (String) -> String) {
    if let file = files[path], file.mode != "160000" { files[path]?.text = edit(file.text) }
  }
}

extension String {
  fileprivate func replacingAll(_ part: String, with other: String) -> String {
    replacing(part, with: other)
  }
}
