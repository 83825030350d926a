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

  @Option(help: "One of \(Vocabulary.kinds.joined(separator: ", ")).")
  var kind = "feature"

  @Option(help: "One of \(Vocabulary.domains.joined(separator: ", ")).")
  var domain = "backend"

  @Option(name: .customLong("tag"), help: "A label; may be given several times.")
  var tags: [String] = []

  @Option(help: "An area that it touches; may be given several times.")
  var touches: [String] = []

  @Option(help: "One of \(Vocabulary.risks.joined(separator: ", ")).")
  var risk = "low"

  @Option(help: ArgumentHelp("A plan that has to come first.", valueName: "id"))
  var dependsOn: [String] = []

  @Option(help: ArgumentHelp("A plan that this one replaces.", valueName: "id"))
  var supersedes: [String] = []

  @Option(help: "The day of its ID, as YYYY-MM-DD or YYYYMMDD; today by default.")
  var date: String?

  func validate() throws {
    try Self.check(kind, in: Vocabulary.kinds, option: "--kind")
    try Self.check(domain, in: Vocabulary.domains, option: "--domain")
    try Self.check(risk, in: Vocabulary.risks, option: "--risk")
    for area in touches { try Self.check(area, in: Vocabulary.touches, option: "--touches") }
    for id in dependsOn + supersedes where PlanID(id) == nil {
      throw ValidationError("'\(id)' is no plan ID; an ID has the form EP-YYYYMMDD-NNN.")
    }
    try Self.checkTitle(title)
    if let owner { try Self.checkOwner(owner) }
    if let date, day(date) == nil {
      throw ValidationError("'\(date)' is no date; write YYYY-MM-DD.")
    }
    if let slug { try Self.checkSlug(slug) }
  }

  func day(_ text: String) -> CalendarDate? {
    CalendarDate(text) ?? CalendarDate(compact: text)
  }

  static func checkTitle(_ title: String) throws {
    if title.allSatisfy(\.isWhitespace) || title.contains(where: \.isNewline) {
      throw ValidationError("A title is one line and not empty.")
    }
  }

  static func checkOwner(_ owner: String) throws {
    if owner.isEmpty || owner.contains(where: { $0.isWhitespace || $0.isNewline }) {
      throw ValidationError("'\(owner)' is no owner; write a handle such as @mara.")
    }
  }

  static func checkSlug(_ slug: String) throws {
    if PlanSlug.make(from: slug) != slug || slug.isEmpty {
      throw ValidationError("'\(slug)' is no slug; use a-z, 0-9, - and _.")
    }
    if PlanSlug.reserved.contains(slug) {
      throw ValidationError("'\(slug)' is a folder of the layout itself; choose another slug.")
    }
  }

  static func check(_ word: String?, in words: [String], option: String) throws {
    guard let word, !words.contains(word) else { return }
    throw ValidationError(
      "'\(word)' is no value of \(option); use one of \(words.joined(separator: ", ")).")
  }
}
