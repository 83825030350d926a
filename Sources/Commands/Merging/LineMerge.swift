import GitStore
import SystemPackage
import WorkTree

/// Merges texts line by line, as git does.
struct LineMerge {
  let environment: CommandEnvironment
  /// The length of conflict markers, as git's `%L` gives it.
  let markerSize: Int
  /// What stands behind the markers for ours, the base and theirs.
  let labels: [String]

  /// What a merge came to.
  struct Outcome {
    let bytes: [UInt8]
    let isClean: Bool
  }

  /// Returns the merged text, with markers where the sides quarrel; `nil` for what git does not take for
  /// text.
  func merge(base: [UInt8], ours: [UInt8], theirs: [UInt8]) throws -> Outcome? {
    let parent = environment.variables["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let folder = try ScratchFolder(in: FilePath(parent))
    defer { withExtendedLifetime(folder) {} }
    let files = [
      try folder.write(ours, to: "ours"), try folder.write(base, to: "base"),
      try folder.write(theirs, to: "theirs"),
    ]
    var arguments = ["merge-file", "--quiet", "--marker-size=\(markerSize)"]
    for label in labels { arguments += ["-L", label] }
    let outcome = try GitProgram(environment: environment.variables).run(
      arguments + ["--"] + files.map(\.string), in: environment.directory)
    // Git ends with the number of conflicts, 127 at most, or with 255 where it could not merge.
    guard let code = outcome.exitCode, code < 128,
      let bytes = try FileContent.read(files[0], limit: .max)
    else { return nil }
    return Outcome(bytes: bytes, isClean: code == 0)
  }
}
