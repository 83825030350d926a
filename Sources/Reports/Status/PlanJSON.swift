package import Correlation
import GitModel
package import JSON
package import Plans

/// Plans as JSON objects.
package struct PlanJSON {
  private let context: ReportContext

  package init(context: ReportContext = ReportContext()) { self.context = context }

  /// Returns what a document says.
  package func document(_ plan: Plan) -> JSONValue { .object(documentMembers(plan)) }

  package func documentMembers(_ plan: Plan) -> [JSONMember] {
    [
      JSONMember("id", .string(plan.key.description)),
      JSONMember("title", .string(plan.title)),
      JSONMember("path", .string(plan.path.description)),
      JSONMember("status", JSONValue(plan.status?.rawValue)),
      JSONMember("kind", JSONValue(plan.kind)),
      JSONMember("domain", JSONValue(plan.domain)),
      JSONMember("owner", JSONValue(plan.owner)),
      JSONMember("created", JSONValue(plan.created?.description)),
      JSONMember("updated", JSONValue(plan.updated?.description)),
      JSONMember("tags", JSONValue(plan.tags)),
      JSONMember("touches", JSONValue(plan.touches)),
      JSONMember("risk", JSONValue(plan.risk)),
      JSONMember("breaking", JSONValue(plan.breaking)),
      JSONMember("migration", JSONValue(plan.migration)),
      JSONMember(
        "links", .object(plan.links.map { JSONMember($0.key, .string($0.value)) })),
      JSONMember("depends_on", JSONValue(plan.dependsOn.map(\.description))),
      JSONMember("supersedes", JSONValue(plan.supersedes.map(\.description))),
      JSONMember(
        "milestones",
        .array(
          plan.milestones.map { milestone in
            .object([
              JSONMember("id", .string(milestone.id.description)),
              JSONMember("title", .string(milestone.title)),
              JSONMember("path", .string(milestone.path.description)),
              JSONMember("status", JSONValue(milestone.status)),
              JSONMember("completed", .boolean(milestone.isCompleted)),
            ])
          })),
      JSONMember(
        "progress",
        .object([
          JSONMember("ticked", .integer(plan.progress.ticked)),
          JSONMember("unticked", .integer(plan.progress.unticked)),
        ])),
    ]
  }

  /// Returns one entry of `status --json`.
  package func status(_ answer: PlanAnswer) -> JSONValue { .object(statusMembers(answer)) }

  package func statusMembers(_ answer: PlanAnswer) -> [JSONMember] {
    [
      JSONMember("id", .string(answer.plan.key.description)),
      JSONMember("title", .string(answer.plan.title)),
      JSONMember("path", .string(answer.plan.path.description)),
      JSONMember("recorded", JSONValue(answer.plan.status?.rawValue)),
      JSONMember("derived", JSONValue(answer.derived?.rawValue)),
      JSONMember("basis", .string(answer.basis.rawValue)),
      JSONMember("drift", .boolean(answer.isDrift)),
      JSONMember("reason", .string(answer.reason)),
      JSONMember("branches", .array(answer.branches.map(branch))),
      JSONMember("commits", counts(answer.counts)),
      JSONMember("targets", .array(answer.targets.map(target))),
      JSONMember("milestones", .array(answer.milestones.map(milestone))),
      JSONMember("pull_requests", pullRequests(answer.pullRequests)),
      JSONMember("first_release", JSONValue(answer.firstRelease)),
      JSONMember("warnings", JSONValue(answer.warnings)),
    ]
  }

  /// Returns a list of pull requests, with addresses where a forge is known.
  package func pullRequests(_ requests: [PullRequest]) -> JSONValue {
    .array(
      requests.map { request in
        .object([
          JSONMember("number", .integer(request.number)),
          JSONMember("url", JSONValue(context.forge.url(of: request.number))),
          JSONMember("evidence", .string(request.evidence.rawValue)),
          JSONMember("confidence", .string(request.confidence.rawValue)),
        ])
      })
  }

  private func branch(_ branch: BranchAnswer) -> JSONValue {
    .object([
      JSONMember("name", .string(branch.branch.name)),
      JSONMember("remote", JSONValue(branch.branch.remote)),
      JSONMember("head", .string(branch.branch.head.description)),
      JSONMember("state", .string(branch.state.rawValue)),
      JSONMember("integration", JSONValue(branch.integration?.rawValue)),
      JSONMember("ahead", .integer(branch.ahead)),
    ])
  }

  private func counts(_ counts: PlanAnswer.Counts) -> JSONValue {
    .object([
      JSONMember("landed", .integer(counts.landed)),
      JSONMember("open", .integer(counts.open)),
      JSONMember("reverted", .integer(counts.reverted)),
      JSONMember("upkeep", .integer(counts.upkeep)),
    ])
  }

  private func target(_ answer: TargetAnswer) -> JSONValue {
    let ways = answer.ways.keys.map(\.rawValue).sorted()
    return .object([
      JSONMember("ref", .string(answer.target.reference)),
      JSONMember("state", .string(answer.state.rawValue)),
      JSONMember("landed", .integer(answer.landed)),
      JSONMember("missing", .integer(answer.missing)),
      JSONMember("reverted", .integer(answer.reverted)),
      JSONMember("via", JSONValue(ways)),
    ])
  }

  private func milestone(_ milestone: PlanAnswer.MilestoneAnswer) -> JSONValue {
    .object([
      JSONMember("id", .string(milestone.id.description)),
      JSONMember("title", JSONValue(milestone.title)),
      JSONMember("completed", .boolean(milestone.isCompleted)),
      JSONMember("landed", .integer(milestone.landed)),
      JSONMember("open", .integer(milestone.open)),
    ])
  }
}
