import Correlation

/// What further targets have of a plan's work, in one line: "also on release/1.3; not yet on release/1.2".
struct TargetsPhrase {
  /// `nil` where there are no further targets, or no work.
  let text: String?

  init(_ answer: PlanAnswer) {
    let further = answer.targets.dropFirst()
    func names(_ isWanted: (TargetAnswer) -> Bool) -> [String] {
      further.filter(isWanted).map { TerminalText.escaped($0.target.shorthand) }
    }
    let also = answer.targets.first?.landed ?? 0 > 0 ? "also on" : "on"
    var parts: [String] = []
    let landed = names { $0.state == .landed }
    if !landed.isEmpty { parts.append("\(also) \(NameList(landed))") }
    for target in further where target.state == .partial {
      let all = target.landed + target.missing + target.reverted
      let name = TerminalText.escaped(target.target.shorthand)
      let taken = target.reverted > 0 ? " (\(target.reverted) taken back)" : ""
      parts.append("\(target.landed) of \(Count(all, "commit")) on \(name)\(taken)")
    }
    let reverted = names { $0.state == .missing && $0.reverted > 0 }
    if !reverted.isEmpty { parts.append("taken back on \(NameList(reverted))") }
    let missing = names { $0.landed == 0 && $0.reverted == 0 && $0.missing > 0 }
    if !missing.isEmpty { parts.append("not yet on \(NameList(missing))") }
    text = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
