import MessageRules
import Plans
import Reports

/// What a person reads whose commit is refused.
struct Refusal {
  private static let shown = 5

  let findings: [MessageFinding]
  /// The open plans, the likely ones first.
  let candidates: [LikelyPlans.Candidate]
  let retry: RetryCommand

  var text: String {
    var lines = findings.map { "error: \(TerminalText.escaped($0.message)) [\($0.rule.rawValue)]" }
    lines += candidateLines
    let example = candidates.first?.plan.key.description ?? "EP-YYYYMMDD-NNN"
    let command: String
    if findings.allSatisfy({ $0.rule == .missingID }) {
      lines.append("hint: your message is kept; name a plan and commit again with")
      command = retry.words(adding: ["--trailer", "ExecPlan: \(example)"])
    } else {
      lines.append(
        "hint: your message is kept; correct the line, such as 'ExecPlan: \(example)', with")
      command = retry.words(adding: ["--edit"])
    }
    lines.append("  \(TerminalText.escaped(command))")
    if retry.isIncomplete {
      lines.append("hint: add the options that said what to commit, such as --all")
    }
    lines += [
      "hint: a commit of no plan says so in its message: 'ExecPlan: none (reason)'",
      "hint: to commit without this check: 'git commit --no-verify', EXECPLAN_HOOK=off in the "
        + "environment, or 'git config execplan.hook false'",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private var candidateLines: [String] {
    if candidates.isEmpty {
      return ["hint: there is no open plan; 'git execplan new \"<title>\"' makes one"]
    }
    var lines = ["open plans, the likely ones first:"]
    for candidate in candidates.prefix(Self.shown) {
      let reason = candidate.reason.map { "  (\($0))" } ?? ""
      lines.append(
        "  \(TerminalText.escaped(candidate.plan.key.description))  "
          + TerminalText.escaped(candidate.plan.title) + reason)
    }
    if candidates.count > Self.shown {
      lines.append("  and \(candidates.count - Self.shown) more: 'git execplan list'")
    }
    return lines
  }
}
