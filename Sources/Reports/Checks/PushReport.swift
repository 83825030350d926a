package import GitModel
import MessageRules

/// What a person reads whose push brings commits that break rules.
///
/// Git puts `remote: ` before each line that a server writes, so lines are short.
package struct PushReport {
  static let width = 69
  /// Further commits are only counted.
  private static let shown = 10

  /// A piece of advice, with the command or the words that it is about.
  package struct Hint: Hashable, Sendable {
    package let text: String
    package let command: String?

    package init(_ text: String, command: String? = nil) {
      self.text = text
      self.command = command
    }

    /// The lines, safe for a terminal. A command stands alone, so that it can be copied.
    package var lines: [String] {
      let text = "hint: \(TerminalText.escaped(text))"
      return TerminalText.wrapped(
        command == nil ? text : text + ":", to: PushReport.width, indent: "  ")
        + (command.map { ["  \(TerminalText.escaped($0))"] } ?? [])
    }
  }

  private let graph: CommitGraph
  private let checked: Int
  private let found: [JudgedMessage]
  /// Whether a rule is broken that is no mere warning.
  package let hasErrors: Bool
  private let candidates: [String]

  /// - Parameters:
  ///   - graph: The new commits and their parents.
  ///   - checked: How many commits were judged.
  ///   - found: The commits that break rules, parents before children.
  ///   - candidates: The plans that may be meant, the likely ones first.
  package init(
    graph: CommitGraph, checked: Int, found: [JudgedMessage], candidates: [String]
  ) {
    self.graph = graph
    self.checked = checked
    let refused = found.filter(\.judgement.isRefused)
    hasErrors = !refused.isEmpty
    // What is no error is shown where nothing else is wrong.
    self.found = hasErrors ? refused : found
    self.candidates = candidates
  }

  /// Returns the lines, safe for a terminal and without their line ends.
  ///
  /// - Parameters:
  ///   - isRefusal: Whether the push ends here.
  ///   - hatches: The ways past the check, besides what a message can say.
  package func lines(isRefusal: Bool, hatches: [Hint] = []) -> [String] {
    let commits = checked == 1 ? "1 new commit" : "\(checked) new commits"
    let isSingle = found.count == 1
    let head =
      if isRefusal {
        "error: \(found.count) of \(commits) \(isSingle ? "is" : "are") refused"
      } else if hasErrors {
        "warning: \(found.count) of \(commits) would be refused"
      } else {
        "warning: \(found.count) of \(commits) \(isSingle ? "breaks" : "break") a rule"
      }
    var lines = [head]
    for message in found.prefix(Self.shown) {
      let name = message.commit.map { $0.abbreviated + " " } ?? ""
      lines.append(
        TerminalText.truncated(
          "  \(name)\(TerminalText.escaped(message.subject))", to: Self.width))
      for finding in Self.findings(of: message) {
        lines += TerminalText.wrapped(
          "    \(TerminalText.escaped(finding.message)) [\(finding.rule.rawValue)]",
          to: Self.width, indent: "    ")
      }
    }
    if found.count > Self.shown { lines.append("  and \(found.count - Self.shown) more") }
    return lines + (([remedy] + wording + hatches).flatMap(\.lines))
  }

  /// Returns the lines that say why nothing could be checked.
  package static func lines(for problem: String, hint: String?, isError: Bool) -> [String] {
    let kind = isError ? "error" : "warning"
    return TerminalText.wrapped(
      "\(kind): the commits cannot be checked: \(TerminalText.escaped(problem))", to: width,
      indent: "  ") + (hint.map { Hint($0).lines } ?? [])
  }

  /// Returns the lines of a remark.
  package static func note(_ text: String) -> [String] {
    TerminalText.wrapped("note: \(TerminalText.escaped(text))", to: width, indent: "  ")
  }

  private static func findings(of message: JudgedMessage) -> [MessageFinding] {
    message.errors + message.warnings
  }

  private var rules: Set<MessageRule> {
    Set(found.flatMap { Self.findings(of: $0) }.map(\.rule))
  }

  /// What a message has to say.
  private var wording: [Hint] {
    guard rules.contains(where: { $0 != .fixupCommit }) else {
      return []
    }
    return [
      Hint(
        "the last line of a message names its plan",
        command: "ExecPlan: \(candidates.first ?? "EP-YYYYMMDD-NNN")"),
      Hint("or says that there is none", command: "ExecPlan: none (reason)"),
    ]
  }

  /// How to change the commits, with a base where one line of history without merges holds them all.
  private var remedy: Hint {
    let places = found.compactMap { $0.commit.flatMap(graph.index) }
    let isFixup = rules.allSatisfy { $0 == .fixupCommit }
    let advice =
      "\(isFixup ? "squash" : "reword") \(places.count == 1 ? "it" : "them") and push again"
    var command = "git rebase -i" + (isFixup ? " --autosquash" : "")
    guard let first = places.min(), let last = places.max() else {
      return Hint(advice, command: command)
    }
    if first == last, !isFixup, isTip(last) {
      return Hint(advice, command: "git commit --amend")
    }
    let line = graph.mainline(from: last)
    if let end = line.firstIndex(of: first), line[...end].allSatisfy({ !graph.isMerge($0) }) {
      command +=
        graph.firstParent(of: first).map { " " + graph.id(of: $0).abbreviated } ?? " --root"
    }
    return Hint(advice, command: command)
  }

  /// Whether no other commit of the push comes after this one.
  private func isTip(_ commit: CommitIndex) -> Bool {
    !(0..<graph.count).contains { graph.parents(of: CommitIndex($0)).contains(commit) }
  }
}
