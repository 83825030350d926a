package import GitModel
import Plans

/// Applies the rules for plan references to commit messages.
package struct MessageJudge: Sendable {
  package var context: MessageContext
  package var options: TrailerOptions

  package init(context: MessageContext, options: TrailerOptions = .history) {
    self.context = context
    self.options = options
  }

  /// Returns what the rules say about a message, without the warnings.
  package func verdict(on message: some Collection<UInt8>) -> Verdict {
    judgement(on: message).verdict
  }

  /// Returns what the rules say about a message as git keeps it, that is, after its clean-up.
  package func judgement(on message: some Collection<UInt8>) -> Judgement {
    let subject = MessageSubject.subject(of: message)
    let isFixup = Exemption.isFixup(subject: subject)
    var findings: [MessageFinding] = []
    if isFixup, !context.policy.exemptions.contains(.fixup) {
      findings.append(
        MessageFinding(
          rule: .fixupCommit, message: "the commit is still to be squashed into another"))
      if weighed(findings, else: .exempt(.fixup)).isRefused { return weighed(findings) }
    }
    // Asked for only where it matters: most messages need none.
    func exemption() -> Exemption? {
      // The plan of a fixup is that of the commit that it goes into.
      isFixup ? .fixup : self.exemption(ofSubject: subject)
    }
    let said = MessageReferences(of: message, options: options)
    guard let found = context.references(besides: said) else {
      return withoutReferences(exemption(), findings)
    }
    let wrong = self.findings(on: found.references, isExempt: { exemption() != nil })
    // The body of an exempt message may quote anything: what it lists is not the commit's own word.
    if found.place == .body, weighed(wrong).isRefused, let exemption = exemption() {
      return weighed(findings, else: .exempt(exemption))
    }
    return weighed(findings + wrong, else: verdict(accepting: found.references))
  }

  /// Weighs findings by the policy: one error refuses the commit.
  private func weighed(
    _ findings: [MessageFinding], else verdict: Verdict = .accepted(links: [])
  ) -> Judgement {
    let errors = findings.filter { context.policy.level(of: $0.rule) == .error }
    let warnings = findings.filter { context.policy.level(of: $0.rule) == .warn }
    return Judgement(errors.isEmpty ? verdict : .refused(errors), warnings: warnings)
  }

  private func verdict(accepting references: [PlanReference]) -> Verdict {
    var links: [PlanReference] = []
    var declaration: Verdict?
    for reference in references {
      if case .none(let reason) = reference {
        declaration = declaration ?? .declaredNone(reason: reason)
      } else {
        links.append(reference)
      }
    }
    if links.isEmpty, let declaration { return declaration }
    return .accepted(links: links)
  }

  private func withoutReferences(
    _ exemption: Exemption?, _ findings: [MessageFinding]
  ) -> Judgement {
    let policy = context.policy
    if policy.exemptions.contains(.upkeep), !context.upkeepPlans.isEmpty {
      return weighed(findings, else: .accepted(links: context.upkeepPlans.map(\.reference)))
    }
    if let exemption { return weighed(findings, else: .exempt(exemption)) }
    let missing = MessageFinding(rule: .missingID, message: "the message names no plan")
    return weighed(findings + [missing])
  }

  /// Returns the first reason by which the policy exempts the commit.
  private func exemption(ofSubject subject: String) -> Exemption? {
    let policy = context.policy
    var candidates = Exemption.exemptions(bySubject: subject)
    if context.isMerge { candidates.append(.merge) }
    if context.isRoot { candidates.append(.root) }
    if context.isGeneralUpkeep { candidates.append(.upkeep) }
    if let author = context.author, policy.isBot(author) { candidates.append(.bot) }
    if policy.subjects.contains(where: { $0.matches(subject) }) { candidates.append(.subject) }
    return candidates.first(where: policy.exemptions.contains)
  }

  private func findings(
    on references: [PlanReference], isExempt: () -> Bool
  ) -> [MessageFinding] {
    let namedPlans = Set(references.compactMap(keyOfNamedPlan))
    var seen: Set<MessageFinding> = []
    return references.flatMap {
      findings(on: $0, namedPlans: namedPlans, isExempt: isExempt)
    }.filter { seen.insert($0).inserted }
  }

  private func findings(
    on reference: PlanReference, namedPlans: Set<PlanKey>, isExempt: () -> Bool
  ) -> [MessageFinding] {
    if case .malformed(let text) = reference {
      return [MessageFinding(rule: .malformedID, message: "\(quoted(text)) is no plan ID")]
    }
    guard let key = context.key(of: reference) else { return [] }
    guard let plan = context.plans[key] else {
      return [MessageFinding(rule: .unknownPlan, message: unknownPlanMessage(key))]
    }
    var findings: [MessageFinding] = []
    // Merges and the like come after the work, and upkeep is what closes a plan.
    if plan.isClosed, let status = plan.status, !context.upkeepPlans.contains(key), !isExempt() {
      findings.append(
        MessageFinding(rule: .closedPlan, message: "the plan \(key) is \(status.rawValue)"))
    }
    guard case .milestone(let milestone) = reference else { return findings }
    if !plan.milestones.contains(milestone) {
      findings.append(
        MessageFinding(
          rule: .unknownMilestone,
          message: "the plan \(key) has no milestone \(milestone.shortName)"))
    }
    if !namedPlans.isEmpty, !namedPlans.contains(key) {
      findings.append(
        MessageFinding(
          rule: .foreignMilestone,
          message: "the milestone \(milestone) belongs to none of the plans that the message names")
      )
    }
    return findings
  }

  /// Returns the plan that a reference names itself, and not through a milestone.
  private func keyOfNamedPlan(_ reference: PlanReference) -> PlanKey? {
    if case .milestone = reference { return nil }
    return context.key(of: reference)
  }

  private func unknownPlanMessage(_ key: PlanKey) -> String {
    switch key {
    case .id(let id): "no plan has the ID \(id)"
    case .path(let path): "no plan document has the path \(path)"
    }
  }

  /// Returns a word of the message in quotes, on one line and not without bound.
  private func quoted(_ text: String) -> String {
    let line = String(text.prefix(80).map { $0.isNewline ? " " : $0 })
    return line.count < text.count ? "\"\(line)…\"" : "\"\(line)\""
  }
}
