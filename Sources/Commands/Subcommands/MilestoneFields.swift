import ArgumentParser
import Plans

/// What a person can say of a new milestone.
struct MilestoneFields: ParsableArguments {
  @Argument(help: "The plan: its ID, its document's path, or its slug.")
  var plan: String

  @Argument(help: "A short, action-oriented title.")
  var title: String

  @Option(help: "The name of the file behind the number; from the title by default.")
  var slug: String?

  @Option(help: "Who owns it, as @handle; the plan's owner by default.")
  var owner: String?

  @Option(help: "One of \(Vocabulary.domains.joined(separator: ", ")); the plan's by default.")
  var domain: String?

  @Option(help: "One of \(Vocabulary.risks.joined(separator: ", ")).")
  var risk = "low"

  @Option(name: .customLong("tag"), help: "A label; may be given several times.")
  var tags: [String] = []

  @Option(help: "The day of creation, as YYYY-MM-DD or YYYYMMDD; today by default.")
  var date: String?

  func validate() throws {
    try FieldCheck.title(title)
    try FieldCheck.slug(slug)
    try FieldCheck.owner(owner)
    try FieldCheck.date(date)
    try FieldCheck.word(domain, in: Vocabulary.domains, option: "--domain")
    try FieldCheck.word(risk, in: Vocabulary.risks, option: "--risk")
  }
}
