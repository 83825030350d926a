import ArgumentParser
import Plans

/// What a person can say of a document that becomes a plan.
struct AdoptFields: ParsableArguments {
  @Argument(help: "The document; several may be given.")
  var paths: [String]

  @Option(help: "The title; by default the document's own.")
  var title: String?

  @Option(help: "The name of the folder and file; by default from the file's name.")
  var slug: String?

  @Option(help: "One of \(Vocabulary.kinds.joined(separator: ", ")).")
  var kind: String?

  @Option(help: "One of \(Vocabulary.domains.joined(separator: ", ")).")
  var domain: String?

  @Option(help: "Who owns it, as @handle; by default who committed it first.")
  var owner: String?

  @Option(help: "What it records; by default what git shows.")
  var status: PlanStatus?

  @Option(help: "The day of its ID, as YYYY-MM-DD or YYYYMMDD; by default when it was written.")
  var date: String?

  @Flag(help: "Leave the file where it is.")
  var inPlace = false

  /// The day that `--date` names.
  var day: CalendarDate? { date.flatMap { CalendarDate(anyForm: $0) } }

  func validate() throws {
    try FieldCheck.word(kind, in: Vocabulary.kinds, option: "--kind")
    try FieldCheck.word(domain, in: Vocabulary.domains, option: "--domain")
    if paths.count > 1, title != nil || slug != nil {
      throw ValidationError("--title and --slug are for one document.")
    }
    if let title { try FieldCheck.title(title) }
    try FieldCheck.folderSlug(slug)
    try FieldCheck.owner(owner)
    try FieldCheck.date(date)
  }

  /// What front matter gets whatever it holds.
  var overrides: [String: String] {
    var values: [String: String] = [:]
    values["title"] = title
    values["kind"] = kind
    values["domain"] = domain
    values["status"] = status?.rawValue
    values["owner"] = owner.map { $0.hasPrefix("@") ? $0 : "@\($0)" }
    return values
  }
}
