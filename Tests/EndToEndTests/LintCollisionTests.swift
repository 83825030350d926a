import TestSupport
import Testing

/// What `lint` says of IDs and references when it looks at other branches and work trees.
struct LintCollisionTests {
  private typealias Scratch = ScratchRepository

  /// The messages of a rule about the documents of the work tree.
  private func messages(_ rule: String, in repository: ScratchRepository) throws -> [String] {
    try JSONDocument(repository.execplan("lint --json").output)["findings"].array
      .filter { $0["rule"].string == rule }
      .map { "\($0["severity"].string ?? "") \($0["message"].string ?? "")" }
  }

  private func collisions(in repository: ScratchRepository) throws -> [String] {
    try messages("id-collision", in: repository)
  }

  /// A repository whose branch `other` takes the ID of plan 2 for another plan than `main` does.
  private func collided() throws -> ScratchRepository {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet --create other")
    try repository.writePlan(2, "search")
    try repository.commit("search", file: "a")
    try repository.git("switch --quiet main")
    try repository.writePlan(2, "billing")
    return repository
  }

  @Test func anotherPlanOnABranchIsTold() throws {
    let repository = try collided()
    let found = try collisions(in: repository)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "warning the ID \(Scratch.planID(2)) is also that of another plan, "
          + "\(Scratch.planPath(2, "search")) on other; run 'git execplan renumber'") == true)
    try repository.commit("billing", file: "b")
    #expect(try collisions(in: repository) == found)
    // Once they have met, the work tree itself holds both.
    try repository.merge("other")
    #expect(try messages("duplicate-id", in: repository).count == 1)
  }

  @Test func remoteBranchesCount() throws {
    let repository = try collided()
    try repository.git(["clone", "--quiet", "--bare", ".", "../hub.git"])
    try repository.git("branch --quiet -D other")
    #expect(try collisions(in: repository).isEmpty)
    try repository.git("remote add origin ../hub.git")
    try repository.git("fetch --quiet origin")
    #expect(try collisions(in: repository).first?.contains(" on origin/other;") == true)
  }

  @Test func linkedWorkTreesCount() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("worktree add --quiet ../linked -b linked")
    try repository.writePlan(2, "billing")
    let here = try repository.read(Scratch.planPath(2, "billing"))
    try repository.write(
      here.replacing("Plan billing", with: "Plan search"),
      to: "../linked/" + Scratch.planPath(2, "search"))
    #expect(try collisions(in: repository).first?.contains(" on the work tree /") == true)
  }

  @Test func aPlanThatWasRenamedIsStillItself() throws {
    let repository = try Scratch.withPlans("auth", "billing")
    try repository.git("branch old")
    try repository.git([
      "mv", ".agent/exec_plans/billing", ".agent/exec_plans/invoices",
    ])
    try repository.git([
      "mv", ".agent/exec_plans/invoices/\(Scratch.planID(2))_billing.md",
      Scratch.planPath(2, "invoices"),
    ])
    // Neither the name nor the title is the old one.
    try repository.writePlan(2, "invoices")
    #expect(try collisions(in: repository).isEmpty)
    try repository.commit("rename", file: "b")
    #expect(try collisions(in: repository).isEmpty)
  }

  @Test func aPlanOfTheSameTitleIsTheSame() throws {
    let repository = try Scratch.withPlans("auth")
    try repository.git("switch --quiet --create other")
    try repository.writePlan(2, "search", title: "Find it")
    try repository.commit("search", file: "a")
    try repository.git("switch --quiet main")
    try repository.writePlan(2, "find", title: "Find it")
    #expect(try collisions(in: repository).isEmpty)
  }

  @Test func aReferenceToAPlanOnAnotherBranchIsAWarning() throws {
    let repository = try collided()
    let path = Scratch.planPath(1, "auth")
    let text = try repository.read(path)
    func depend(on number: Int) throws {
      try repository.write(
        text.replacing("links:", with: "depends_on: [\(Scratch.planID(number))]\nlinks:"), to: path)
    }
    try depend(on: 3)
    #expect(try messages("unknown-reference", in: repository).first?.hasPrefix("error ") == true)
    try repository.git("switch --quiet other")
    try repository.write(text, to: path)
    try repository.writePlan(3, "later")
    try repository.commit("later", file: "c")
    try repository.git("switch --quiet main")
    try depend(on: 3)
    #expect(
      try messages("unknown-reference", in: repository) == [
        "warning the plan \(Scratch.planID(3)), which depends_on names, is not here, but on other"
      ])
    // agentrules sees one work tree only.
    #expect(try repository.execplan("registry check").output.contains("[unknown-reference]"))
  }
}
