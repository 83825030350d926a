import ArgumentParser
import Correlation
import GitModel
import GitStore
import JSON
import Plans
import Reports
import SystemPackage

/// Makes a branch from a plan.
struct StartCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Make a branch from a plan and switch to it",
    discussion: """
      The branch is named ep/<id>-<slug>. Commits on it get the plan's trailer from the \
      prepare-commit-msg hook.

      Example:
        git execplan start EP-20260117-014 --milestone MS001
      """)

  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var id: String

  @Option(help: ArgumentHelp("The milestone that the commits are for.", valueName: "MS001"))
  var milestone: String?

  @Option(help: ArgumentHelp("Where the branch starts; HEAD by default.", valueName: "rev"))
  var from: String?

  @Option(
    help: ArgumentHelp("Make a linked work tree there instead of switching.", valueName: "path"))
  var worktree: String?

  @Flag(help: "Make the branch and stay where you are.")
  var noSwitch = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if noSwitch, worktree != nil {
      throw ValidationError("--no-switch and --worktree exclude each other.")
    }
  }

  func run(in session: Session) throws {
    let plan = try plan(session)
    if case .path(let path) = plan.key,
      PlanReference.references(inValue: path.description) != [.path(path)]
    {
      throw CommandError(
        "commits cannot name the plan at '\(path)'",
        hint: "rename the document so that its path has no blanks or commas")
    }
    let name = try branchName(plan)
    if plan.status == .done || plan.status == .archived {
      session.warn("the plan \(plan.key) is recorded as \(plan.status?.rawValue ?? "")")
    }
    let milestone = try milestone(of: plan)
    let branch = BranchStart(session)
    if from != nil, try branch.exists(name) {
      throw CommandError(
        "the branch \(name) exists already, and --from is for a new one",
        hint: "run 'git execplan start \(id)' to switch to it")
    }
    let origin = try origin(of: name, branch, session)
    let created = try branch.create(name, from: origin)
    var path: FilePath?
    do {
      path = try checkOut(name, session)
    } catch {
      // Git reports a failing post-checkout hook after it has switched: then the branch is in use.
      guard try branch.isCheckedOut(name) else {
        if created { branch.takeBack(name) }
        throw error
      }
      session.warn(
        CommandError.explaining(error).message + "; the branch is checked out all the same")
    }
    try branch.note(
      name, plan: plan.key, milestone: milestone, origin: created ? origin : nil)
    if json {
      session.write(
        JSONReport.render([
          JSONMember("id", .string(plan.key.description)),
          JSONMember("branch", .string(name)),
          JSONMember("worktree", JSONValue(path?.string)),
        ]))
    } else {
      session.write(TerminalText.escaped(name) + "\n")
      if let path { session.note("in \(TerminalText.escaped(path.string))") }
      if !created { session.note("the branch was there already") }
    }
  }

  /// The plan: a document of the work tree, else one that only history or another branch knows.
  private func plan(_ session: Session) throws -> Plan {
    let catalog = try PlanCatalog(session)
    var plans = catalog.plans
    if (try? PlanSelector(plans, prefix: session.prefix).position(of: id)) == nil {
      plans = try FactsGatherer(session).gather().plans.plans
    }
    let plan = plans[try PlanSelector(plans, prefix: session.prefix).position(of: id)]
    try DocumentProblems(catalog).check(plan)
    return plan
  }

  /// `ep/<id>-<slug>`; for a plan without an ID the slug alone.
  private func branchName(_ plan: Plan) throws -> String {
    let slug = PlanSelector.slug(of: plan)
    let name =
      "ep/"
      + [plan.key.planID?.description, slug.isEmpty ? nil : slug]
      .compactMap(\.self).joined(separator: "-")
    guard Repository.isValidBranchName(name) else {
      throw CommandError(
        "'\(name)' is no name that git accepts for a branch",
        hint: "rename the document \(plan.path)")
    }
    return name
  }

  private func milestone(of plan: Plan) throws -> MilestoneID? {
    guard let milestone else { return nil }
    guard let id = plan.key.planID else {
      throw CommandError("the plan \(plan.key) has no ID and so no milestones")
    }
    let number = Int(milestone).flatMap { (1...999).contains($0) ? $0 : nil }
    guard
      let wanted = MilestoneID(milestone) ?? MilestoneID("\(id)/\(milestone.uppercased())")
        ?? number.map({ MilestoneID(plan: id, sequence: $0) }), wanted.plan == id
    else {
      throw CommandError(
        "'\(milestone)' is no milestone of \(id)", hint: "milestones are named MS001, MS002 …")
    }
    guard plan.milestones.contains(where: { $0.id == wanted }) else {
      throw CommandError(
        "the plan \(id) has no milestone \(wanted.shortName)",
        hint: "run 'git execplan show \(id)' to see its milestones")
    }
    return wanted
  }

  /// Where a new branch begins: at `--from`, else where the branch of that name on a remote is, else at
  /// HEAD.
  private func origin(
    of name: String, _ branch: BranchStart, _ session: Session
  ) throws -> BranchStart.Origin {
    if let from {
      guard let commit = try session.repository.commit(named: from) else {
        throw CommandError(
          "there is no commit '\(from)' to start from", hint: "run 'git log' to see commits")
      }
      return BranchStart.Origin(commit: commit, name: from, upstream: nil)
    }
    if let remote = try branch.counterpart(of: name) { return remote }
    guard let commit = try session.repository.head().commit else {
      throw CommandError(
        "the current branch has no commit yet, and a branch needs one to start from",
        hint: "commit the plan first: git add -A && git commit")
    }
    return BranchStart.Origin(commit: commit, name: "HEAD", upstream: nil)
  }

  /// Switches to the branch or makes a work tree for it; git itself does both, so that filters, sparse
  /// checkouts and hooks work as always.
  private func checkOut(_ name: String, _ session: Session) throws -> FilePath? {
    if noSwitch { return nil }
    let git = GitProgram(environment: session.environment.variables)
    if let worktree {
      let path = session.directory.pushing(FilePath(worktree)).lexicallyNormalized()
      try git.require(
        ["worktree", "add", "--quiet", path.string, name], in: session.directory,
        attempt: "make a work tree at \(path)")
      return path
    }
    guard session.repository.workTree != nil else {
      throw CommandError(
        "a bare repository has no work tree to switch",
        hint: "give --no-switch or --worktree <path>")
    }
    try git.require(
      ["switch", "--quiet", "--no-guess", name], in: session.directory,
      attempt: "switch to \(name)")
    return nil
  }
}
