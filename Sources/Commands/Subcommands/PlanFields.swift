import ArgumentParser
import Plans

/// What a person can say of a new plan.
struct PlanFields: ParsableArguments {
  @Argument(help: "A short, action-oriented title.")
  var title: String

  @Option(help: "The name of the folder and file; from the title by default.")
  var slug: String?

  @Option(help: "Who owns it, as @handle; by default execplan.owner from git's configuration.")
  var owner: String?

  @Option(help: "One of \(Self.openStatuses.joined(separator: ", ")); planned by default.")
  var status: String?

  @Option(help: "One of \(Vocabulary.kinds.joined(separator: ", ")); feature by default.")
  var kind: String?

  @Option(help: "One of \(Vocabulary.domains.joined(separator: ", ")); backend by default.")
  var domain: String?

  @Option(name: .customLong("tag"), help: "A label; may be given several times.")
  var tags: [String] = []

  @Option(help: "An area that it touches; may be given several times.")
  var touches: [String] = []

  @Option(help: "One of \(Vocabulary.risks.joined(separator: ", ")); low by default.")
  var risk: String?

  @Flag(help: "It breaks what users rely on.")
  var breaking = false

  @Flag(help: "It needs a migration.")
  var migration = false

  @Option(help: "The issue that it is about.")
  var issue: String?

  @Option(help: "Its pull request.")
  var pr: String?

  @Option(help: "Where it is documented.")
  var docs: String?

  @Option(help: ArgumentHelp("A plan that has to come first.", valueName: "id"))
  var dependsOn: [String] = []

  @Option(help: ArgumentHelp("A plan that this one replaces.", valueName: "id"))
  var supersedes: [String] = []

  @Option(help: "The day of its ID, as YYYY-MM-DD or YYYYMMDD; today by default.")
  var date: String?

  @Option(
    help: ArgumentHelp(
      "A file with {{id}} and other marks to fill in, or the name of one in .agent/templates.",
      valueName: "path"))
  var template: String?

  /// The states in which a plan can begin.
  private static let openStatuses = ["planned", "active", "paused"]

  /// What was asked for beyond a template's own values. A template that says these values by marks has
  /// them already.
  var changes: [FrontMatterChange] {
    let words = [
      ("status", status), ("kind", kind), ("domain", domain), ("risk", risk),
      ("owner", owner.map { $0.hasPrefix("@") ? $0 : "@\($0)" }),
    ]
    let lists = [
      ("tags", tags), ("touches", touches), ("depends_on", dependsOn), ("supersedes", supersedes),
    ]
    let flags = [("breaking", breaking), ("migration", migration)]
    let links = [("issue", issue), ("pr", pr), ("docs", docs)]
    return words.compactMap { key, word in word.map { FrontMatterChange(key, to: $0) } }
      + lists.filter { !$0.1.isEmpty }.map { FrontMatterChange($0.0, to: .words($0.1)) }
      + flags.filter(\.1).map { FrontMatterChange(FrontMatterKey($0.0), to: .plain("true")) }
      + links.compactMap { key, link in link.map { FrontMatterChange(key, in: "links", to: $0) } }
  }

  func validate() throws {
    try FieldCheck.title(title)
    try FieldCheck.folderSlug(slug)
    try FieldCheck.owner(owner)
    try FieldCheck.date(date)
    try FieldCheck.word(status, in: Self.openStatuses, option: "--status")
    try FieldCheck.word(kind, in: Vocabulary.kinds, option: "--kind")
    try FieldCheck.word(domain, in: Vocabulary.domains, option: "--domain")
    try FieldCheck.word(risk, in: Vocabulary.risks, option: "--risk")
    for area in touches { try FieldCheck.word(area, in: Vocabulary.touches, option: "--touches") }
    for id in dependsOn + supersedes where PlanID(id) == nil {
      throw ValidationError("'\(id)' is no plan ID; an ID has the form EP-YYYYMMDD-NNN.")
    }
    for (text, option) in [(issue, "--issue"), (pr, "--pr"), (docs, "--docs")] {
      try FieldCheck.line(text, option: option)
    }
  }
}
