import Correlation
import GitModel
import GitStore
import Plans
import SystemPackage

/// Makes the branch of a plan and switches to it.
struct PlanStart {
  private let session: Session
  private let branch: BranchStart

  init(_ session: Session) {
    self.session = session
    branch = BranchStart(session)
  }

  /// What a person asks for beside the plan.
  struct Wish {
    var milestone: String?
    /// Where the branch starts; `nil` for HEAD.
    var from: String?
    /// Where to make a linked work tree instead of switching.
    var worktree: String?
    /// Whether to make the branch and stay.
    var staysHere = false
  }

  struct Started {
    let branch: String
    /// The linked work tree that was made.
    let worktree: FilePath?
    /// Whether the branch is new.
    let isNew: Bool
  }

  /// Returns the plan that a word names: a document of the work tree, else one that only history or another
  /// branch knows.
  func plan(named word: String) throws -> Plan {
    let catalog = try PlanCatalog(session)
    var plans = catalog.plans
    if (try? PlanSelector(plans, prefix: session.prefix).position(of: word)) == nil {
      plans = try FactsGatherer(session).gather().plans.plans
    }
    let plan = plans[try PlanSelector(plans, prefix: session.prefix).position(of: word)]
    try DocumentProblems(catalog).check(plan)
    return plan
  }

  func start(_ plan: Plan, _ wish: Wish = Wish()) throws -> Started {
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
    let milestone = try milestone(wish.milestone, of: plan)
    if wish.from != nil, try branch.exists(name) {
      throw CommandError(
        "the branch \(name) exists already, and --from is for a new one",
        hint: "run 'git execplan start \(plan.key)' to switch to it")
    }
    let origin = try origin(of: name, wish.from)
    let created = try branch.create(name, from: origin)
    var path: FilePath?
    do {
      path = try checkOut(name, wish)
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
    return Started(branch: name, worktree: path, isNew: created)
  }

  /// Refuses to make a plan with its branch where the branch could not start.
  func checkCanStart() throws {
    if try session.repository.head().commit == nil {
      throw CommandError(
        "the current branch has no commit yet, and a branch needs one to start from",
        hint: "make a first commit, or leave --start out")
    }
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

  private func milestone(_ word: String?, of plan: Plan) throws -> MilestoneID? {
    guard let word else { return nil }
    guard let id = plan.key.planID else {
      throw CommandError("the plan \(plan.key) has no ID and so no milestones")
    }
    let wanted = try MilestoneName.read(word, of: id)
    guard plan.milestones.contains(where: { $0.id == wanted }) else {
      throw CommandError(
        "the plan \(id) has no milestone \(wanted.shortName)",
        hint: "run 'git execplan milestone list \(id)' to see its milestones")
    }
    return wanted
  }

  /// Where a new branch begins: where it was asked for, else where the branch of that name on a remote is,
  /// else at HEAD.
  private func origin(of name: String, _ from: String?) throws -> BranchStart.Origin {
    if let from {
      guard let commit = try session.repository.commit(named: from) else {
        throw CommandError(
          "there is no commit '\(from)' to start from", hint: "run 'git log' to see commits")
      }
      return BranchStart.Origin(commit: commit, name: from, upstream: nil)
    }
    if let remote = try branch.counterpart(of: name) { return remote }
    return BranchStart.Origin(commit: try head(), name: "HEAD", upstream: nil)
  }

  private func head() throws -> ObjectID {
    guard let commit = try session.repository.head().commit else {
      throw CommandError(
        "the current branch has no commit yet, and a branch needs one to start from",
        hint: "commit the plan first: git add -A && git commit")
    }
    return commit
  }

  /// Switches to the branch or makes a work tree for it; git itself does both, so that filters, sparse
  /// checkouts and hooks work as always.
  private func checkOut(_ name: String, _ wish: Wish) throws -> FilePath? {
    if wish.staysHere { return nil }
    let git = GitProgram(environment: session.environment.variables)
    if let worktree = wish.worktree {
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
