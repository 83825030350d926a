extension DoctorReport {
  /// Returns a line or several for each topic, then what is wrong.
  package func text(_ style: TextStyle) -> String {
    var lines: [String] = []
    for (topic, words) in topics {
      var block = words.flatMap { line in
        WrappedText(TerminalText.escaped(line), indent: Self.indent, width: style.width).lines
      }
      block[0] = style.coloured(topic, .bold) + block[0].dropFirst(topic.count)
      lines += block
    }
    lines.append("")
    lines += complaints.flatMap { Self.lines($0, style) }
    if complaints.isEmpty { lines.append("nothing to complain of") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A hint stays whole, since its command may be wanted for copying.
  private static func lines(_ complaint: Complaint, _ style: TextStyle) -> [String] {
    let word = complaint.isError ? "error" : "warning"
    let text = "\(word): \(TerminalText.escaped(complaint.message))"
    var lines = WrappedText(text, indent: 0, width: style.width).lines
    lines[0] =
      style.coloured(word, complaint.isError ? .red : .yellow) + lines[0].dropFirst(word.count)
    return lines + (complaint.hint.map { ["  hint: " + TerminalText.escaped($0)] } ?? [])
  }

  private static let indent = 13

  private var topics: [(String, [String])] {
    var topics = [
      ("program", programLines), ("repository", [placeLine]), ("plans", [plansLine]),
      ("target", [target.map { "\($0.name), by \($0.reason)" } ?? "none"]),
      ("hooks", [hookFolder.map { "in \($0)" } ?? "none are run"] + hooks.map(Self.line)),
      (
        "merging",
        [mergesByDrivers ? "plans and registry by their own drivers" : "line by line"]
      ),
    ]
    if !settings.isEmpty { topics.append(("settings", settings.map(Self.line))) }
    if let nextCommit { topics.append(("next commit", Self.lines(nextCommit))) }
    return topics
  }

  private var programLines: [String] {
    [
      "git-execplan \(program.version)" + (program.path.map { " at \($0)" } ?? ""),
      program.hookVersion.map { "git-execplan-hook \($0) beside it" }
        ?? "no git-execplan-hook beside it: hooks take longer",
      program.git ?? "no git on the PATH",
    ]
  }

  private var placeLine: String {
    place.path + (place.isBare ? ", bare" : "") + (place.isShallow ? ", shallow" : "")
  }

  private var plansLine: String {
    if plans.folders.isEmpty { return "none" }
    return "\(plans.count) in \(plans.folders.joined(separator: ", "))"
      + (plans.broken > 0 ? ", \(plans.broken) that cannot be read" : "")
  }

  private static func line(_ hook: HookStanding) -> String {
    "\(hook.name) \(hook.words)" + (hook.program.map { ", calls \($0)" } ?? "")
  }

  private static func line(_ setting: Setting) -> String {
    "\(setting.key) = \(setting.value) (\(setting.scope))"
      + (setting.isKnown ? "" : ", which means nothing")
  }

  private static func lines(_ commit: NextCommit) -> [String] {
    let place = commit.branch.map { "on \($0)" } ?? "on no branch"
    let own = commit.trailers.isEmpty ? "gets no trailer" : "gets these trailers by itself:"
    return ["\(place): a message \(own)"] + commit.trailers.map { "  " + $0 }
      + [
        (commit.isAccepted ? "a message that says no more is accepted: " : "it is refused: ")
          + commit.reason
      ]
  }
}
