import TestSupport

/// A repository in the making, drawn by lot, beside what is true of it.
///
/// Every act does the same twice: real git changes the repository, and the scene notes what this means.
/// What the program says is compared with the notes, and the notes with the files of the target.
final class Scene {
  let repository: ScratchRepository
  var dice: Dice
  /// Whether commits of work name their plan.
  let hasTrailers: Bool
  let plans: Int
  private(set) var steps: [String] = []
  var works: [Work] = []
  var lines: [Line] = []
  /// Commits of the target that say themselves which plan they belong to.
  var speaking: Set<String> = []
  /// Commits of the target that are known by the commits whose work they hold: they name these, or the merge that
  /// brought these changed nothing.
  var telling: Set<String> = []
  /// Squashes whose messages name the milestone.
  var milestoned: Set<String> = []
  var releases: [Released] = []
  /// How many acts there were.
  private(set) var time = 0
  var current = "main"
  /// Numbers of what has been used up.
  var used: [String: Int] = [:]
  /// Places for edits that do not disturb each other, in the order of their use.
  var slots: [Int]
  /// The places where a branch made an edit, for edits close by.
  var edited: [Int] = []
  /// The place of the line that was indented last.
  var blankSlot: Int?
  /// The first commit.
  private(set) var first = ""
  /// The reference that the program has to take for the target.
  private(set) var target = "refs/heads/main"
  /// What is added to the program's command line.
  var options: [String] = []
  /// What further targets have of the work of plan 1, by their names.
  var held: [String: [Work]] = [:]
  /// How much of history a clone has that is looked at instead of the repository.
  var depth: Int?
  /// Whether documents keep plan 1 from being done.
  var isHeldBack = false

  /// A tag, and the work that the target had then, with the commit that counted for each.
  struct Released {
    let tag: String
    let commit: String
    var works: [(work: Work, carrier: String)]
  }

  init(seed: UInt64, plans: Int = 1, hasTrailers: Bool? = nil) throws {
    var dice = Dice(seed: seed)
    self.hasTrailers = hasTrailers ?? dice.once(in: 2)
    slots = Array(0..<SceneFiles.slotCount).shuffled(using: &dice)
    self.dice = dice
    self.plans = plans
    repository = try ScratchRepository()
    try repository.git(
      ["fast-import", "--quiet"], input: SceneFiles.firstCommit(plans: plans))
    try repository.git("reset --quiet --hard")
    first = try repository.git("rev-parse HEAD")
  }

  func expect(target: String) { self.target = target }

  /// Runs git and writes it down.
  @discardableResult
  func git(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> String {
    steps.append("git " + arguments.joined(separator: " ") + (input.map { " <<< \($0)" } ?? ""))
    return try repository.git(arguments, input: input, environment: environment)
  }

  @discardableResult
  func git(_ words: String) throws -> String {
    try git(words.split(separator: " ").map(String.init))
  }

  /// Writes down what was done to files.
  func note(_ step: String) { steps.append(step) }

  func tick() -> Int {
    time += 1
    return time
  }

  func switchTo(_ branch: String) throws {
    if current == branch { return }
    try git(["switch", "--quiet", branch])
    current = branch
  }

  func id(_ revision: String) throws -> String { try repository.git(["rev-parse", revision]) }

  /// Returns the next number of a kind.
  func next(_ kind: String) -> Int {
    used[kind, default: 0] += 1
    return used[kind, default: 1] - 1
  }

  /// Stages everything and commits it on the current branch.
  @discardableResult
  func commit(_ message: String, author: Int? = nil) throws -> String {
    let author = author ?? dice.number(0...2)
    note("commit by person \(author): \(message)")
    // One process from here instead of three.
    let script = "!git add --all && git commit --quiet --allow-empty --file=- && git rev-parse HEAD"
    return try repository.git(
      ["-c", "alias.save=\(script)", "save"], input: message,
      environment: [
        "GIT_AUTHOR_NAME": "Person \(author)", "GIT_AUTHOR_EMAIL": "person\(author)@example.com",
      ])
  }

  /// Tags the target.
  func tag(_ name: String) throws {
    // Two releases on one commit would be one.
    if releases.last?.commit == (try id("main")) { try noise(1) }
    try git(["tag", name, "main"])
    releases.append(
      Released(
        tag: name, commit: try id("main"),
        works: works.compactMap { work in
          // Of content alone it is known that it is there, and not since when.
          guard !work.isUpkeep, work.isLanded, work.way != "content" else { return nil }
          return work.counted.map { (work, $0) }
        }))
  }

  /// The commits of the target that count for a plan's work.
  func carriers(of plan: Int, where counts: (Work) -> Bool) -> Set<String> {
    Set(works.filter { $0.plan == plan && !$0.isUpkeep && counts($0) }.compactMap(\.counted))
  }
}
