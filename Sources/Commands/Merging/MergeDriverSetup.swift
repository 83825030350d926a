import GitModel
import SystemPackage

/// What makes git call the merge drivers: lines in `.gitattributes`, which a repository shares, and values in
/// git's configuration, which each clone has for itself.
struct MergeDriverSetup {
  /// The folders of plans, such as `.agent/exec_plans`.
  let roots: [RepositoryPath]
  /// Where the program is, `nil` where the system does not tell.
  let program: FilePath?

  /// The lines of `.gitattributes`.
  var rules: [AttributesFile.Rule] {
    roots.flatMap { root in
      let folder = Self.escaped(root.description)
      return [
        AttributesFile.Rule("\(folder)/registry.json", "merge", Self.name(.registry)),
        AttributesFile.Rule("\(folder)/**/*.md", "merge", Self.name(.plan)),
      ]
    }
  }

  /// Returns a path as a pattern that means nothing but this path.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { pattern, character in
      if "*?[\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }

  /// The keys and values of git's configuration.
  var configuration: [(key: String, value: String)] {
    MergedFile.allCases.flatMap { file in
      [
        ("merge.\(Self.name(file)).name", Self.title(file)),
        ("merge.\(Self.name(file)).driver", command(file)),
      ]
    }
  }

  private static func name(_ file: MergedFile) -> String { "execplan-\(file.rawValue)" }

  private static func title(_ file: MergedFile) -> String {
    switch file {
    case .registry: "git-execplan: the registry, plan by plan"
    case .plan: "git-execplan: front matter key by key, the body line by line"
    }
  }

  /// Returns what git gives to a shell. The fixed places are for programs that start git with a short PATH.
  /// Where the program is gone or fails, git's own merge does the work, so that no side is lost.
  private func command(_ file: MergedFile) -> String {
    // A percent sign is git's own here.
    let quoted = program.map { program in
      "'" + program.string.replacing("'", with: "'\\''").replacing("%", with: "%%") + "' "
    }
    return "PATH=\"$PATH:/usr/local/bin:/opt/homebrew/bin:$HOME/.local/bin\"; "
      + "for p in \"$GIT_EXECPLAN\" \(quoted ?? "")\"$(command -v git-execplan)\"; do "
      + "[ -x \"$p\" ] || continue; "
      + "\"$p\" merge-driver \(file.rawValue) %O %A %B %P %L %S %X %Y; c=$?; "
      + "[ $c -le 1 ] && exit $c; done; "
      + "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"
  }
}
