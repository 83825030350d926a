import GitModel
import TestSupport

/// Writes commits of random files through `git fast-import`, all in one go.
struct RandomCommits {
  private var stream = ""
  private var count = 0

  /// Adds a commit with exactly these files; returns its mark.
  mutating func add(_ files: RandomFiles, parent: Int? = nil) -> Int {
    count += 1
    let text = "commit \(count)"
    stream += "commit refs/heads/random\nmark :\(count)\n"
    stream += "committer C <c@example.com> \(1_767_225_600 + count) +0000\n"
    stream += "data \(text.utf8.count)\n\(text)\n"
    // Without a parent the branch begins anew.
    stream += parent.map { "from :\($0)\n" } ?? ""
    stream += "deleteall\n"
    for (path, file) in files.files.sorted(by: { $0.key < $1.key }) {
      if file.mode == "160000" {
        stream += "M 160000 \(file.text) \(path)\n"
      } else {
        stream += "M \(file.mode) inline \(path)\ndata \(file.text.utf8.count)\n\(file.text)\n"
      }
    }
    return count
  }

  /// Starts a new line of commits that shares nothing with those before.
  mutating func startAnew() { stream += "reset refs/heads/random\n\n" }

  /// Gives a branch to a commit.
  mutating func name(_ branch: String, _ mark: Int) {
    stream += "reset refs/heads/\(branch)\nfrom :\(mark)\n\n"
  }

  /// Writes all commits; returns their names, by mark from 1 on.
  func write(to scratch: ScratchRepository) throws -> [Int: ObjectID] {
    let marks = scratch.path + "/.git/marks"
    try scratch.git(
      ["fast-import", "--quiet", "--force", "--export-marks=\(marks)"], input: stream)
    var names: [Int: ObjectID] = [:]
    for line in try scratch.read(".git/marks").split(separator: "\n") {
      let words = line.split(separator: " ")
      if let mark = Int(words[0].dropFirst()) { names[mark] = ObjectID(words[1]) }
    }
    return names
  }
}
