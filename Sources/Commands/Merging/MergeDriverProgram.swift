import Plans
import Reports
import SystemPackage
import WorkTree

/// Runs as a merge driver: git calls it for one file, while the other files of the merged tree may not be
/// there yet. It reads the three versions that git names and nothing else, neither the work tree nor the
/// repository.
struct MergeDriverProgram {
  let environment: CommandEnvironment

  /// Longer files are merged by their lines alone.
  private static let limit = 64 << 20

  /// Merges and returns the exit code: 0 where the merge is clean, 1 where a conflict is left.
  ///
  /// - Parameter words: What is merged, `registry` or `plan`, and git's `%O %A %B %P %L`, with newer versions
  ///   also `%S %X %Y`. The result takes the place of the second file, as git wants it.
  func run(_ words: [String]) -> Int32 {
    guard words.count >= 4, let kind = MergedFile(rawValue: words[0]) else {
      environment.errors.write("error: 'git-execplan merge-driver' is what git calls to merge\n")
      return 64
    }
    do {
      let paths = words[1...3].map { environment.directory.pushing(FilePath($0)) }
      let versions = try paths.map { path in
        guard let bytes = try FileContent.read(path, limit: Self.limit) else {
          throw CommandError("there is no file \(path)")
        }
        return bytes
      }
      let lines = LineMerge(
        environment: environment, markerSize: words.count > 5 ? Int(words[5]) ?? 7 : 7,
        labels: Self.labels(words))
      let result = try kind.merge(
        base: versions[0], ours: versions[1], theirs: versions[2], by: lines)
      if let bytes = result.bytes { try FileReplacement.write(bytes, to: paths[1]) }
      if let reason = result.conflict {
        let path = words.count > 4 ? words[4] : words[2]
        environment.errors.write(TerminalText.escaped("\(path): \(reason)") + "\n")
        return ExitCode.findings.rawValue
      }
      return ExitCode.success.rawValue
    } catch {
      environment.errors.write(CommandError.explaining(error).text)
      return ExitCode.failure.rawValue
    }
  }

  /// Returns the names of ours, the base and theirs. Git before 2.44 does not tell them, and leaves the
  /// placeholders as they are.
  private static func labels(_ words: [String]) -> [String] {
    zip([7, 6, 8], ["ours", "base", "theirs"]).map { place, standard in
      guard words.count > place, !words[place].isEmpty, !words[place].hasPrefix("%") else {
        return standard
      }
      return words[place]
    }
  }
}
