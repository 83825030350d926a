import MessageRules
import Plans
import Reports

/// What a person reads whose commit is refused.
struct Refusal {
  let findings: [MessageFinding]
  let candidates: [Plan]
  let file: String

  var text: String {
    var lines = findings.map { "error: \(TerminalText.escaped($0.message)) [\($0.rule.rawValue)]" }
    if !candidates.isEmpty {
      lines.append("open plans:")
      for plan in candidates.prefix(5) {
        lines.append("  \(plan.key)  \(TerminalText.escaped(plan.title))")
      }
      if candidates.count > 5 { lines.append("  and \(candidates.count - 5) more") }
    }
    let example = candidates.first?.key.description ?? "EP-YYYYMMDD-NNN"
    let quoted = "'" + file.replacing("'", with: "'\\''") + "'"
    if findings.allSatisfy({ $0.rule == .missingID }) {
      lines += [
        "hint: your message is kept; name a plan and commit again with",
        "  git commit -F \(TerminalText.escaped(quoted)) --trailer 'ExecPlan: \(example)'",
      ]
    } else {
      lines += [
        "hint: your message is kept; correct the line, such as 'ExecPlan: \(example)', with",
        "  git commit --edit -F \(TerminalText.escaped(quoted))",
      ]
    }
    lines.append(
      "hint: a commit of no plan says 'ExecPlan: none (reason)'; "
        + "'git commit --no-verify' skips this check once")
    return lines.map { $0 + "\n" }.joined()
  }
}
