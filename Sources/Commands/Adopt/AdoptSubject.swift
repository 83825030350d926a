import Correlation
import GitModel
import GitStore
import Plans
import Reports
import SystemPackage
import WorkTree

/// A document that is to become a plan, and what is known of it.
struct AdoptSubject {
  let path: RepositoryPath
  let bytes: [UInt8]
  let title: String
  /// When it was written: the day of the plan's ID.
  let day: CalendarDate
  /// When it changed last.
  let changed: CalendarDate
  /// Who committed it first, `nil` where nobody has.
  let author: String?
  /// The number at the start of the file's name.
  private let number: Int

  /// Returns the document that a word names.
  static func path(
    named word: String, _ session: Session, files: WorkFiles
  ) throws -> RepositoryPath {
    guard case .path(let path)? = session.place(named: word, in: files) else {
      throw CommandError(
        "there is no file '\(word)' in this work tree", hint: "give the path of a Markdown file")
    }
    if files.isFolder(path) {
      throw CommandError("\(path) is a folder", hint: "name its files, such as \(path)/*.md")
    }
    guard path.name.hasSuffix(".md") else {
      throw CommandError("\(path) is no Markdown file", hint: "plans are files that end with .md")
    }
    return path
  }

  init(
    _ path: RepositoryPath, origin: DocumentOrigins.Origin?, _ session: Session, files: WorkFiles,
    facts: RepositoryFacts, fields: AdoptFields
  ) throws {
    guard let bytes = try files.read(path, limit: PlanDocument.sizeLimit) else {
      throw CommandError("there is no file \(path)")
    }
    self.path = path
    self.bytes = bytes
    if case .milestone = session.layout.classify(path) {
      throw CommandError(
        "\(path) is a milestone", hint: "milestones follow their plan: adopt the plan")
    }
    let document = PlanDocument.read(path: path, bytes: bytes, layout: session.layout)
    if let id = document.plan?.key.planID {
      throw CommandError(
        "\(path) has the ID \(id) already", hint: "run 'git execplan show \(id)' to see the plan")
    }
    title = document.plan?.title ?? document.source?.title ?? path.name
    let repository = session.repository
    func commit(_ index: CommitIndex?) throws -> RawCommit? {
      try index.flatMap {
        try repository.readCommit(facts.graph.id(of: $0)) { commit, _ in commit }
      }
    }
    func day(_ commit: RawCommit?) -> CalendarDate? {
      commit.flatMap { CalendarDate(RFC3339.day(Int64($0.authorTime))) }
    }
    let first = try commit(origin?.created)
    author = first?.authorName
    self.day =
      fields.day ?? document.source?.recordedDay ?? day(first) ?? session.environment.today
    changed = day(try commit(origin?.changed)) ?? session.environment.today
    number = Int(path.name.prefix { $0.isNumber }) ?? 0
  }

  /// Names for the folder and file, the best first: the file's name without its number, then with it.
  var slugs: [String] {
    let name = path.name.dropLast(3)
    let short = name.drop { $0.isNumber }.drop { "-_. ".contains($0) }
    return [String(short), String(name), title].map { PlanSlug.make(from: $0) }
      .filter { !$0.isEmpty && !PlanSlug.reserved.contains($0) }
  }
}

extension AdoptSubject: Comparable {
  static func == (left: AdoptSubject, right: AdoptSubject) -> Bool { left.path == right.path }

  static func < (left: AdoptSubject, right: AdoptSubject) -> Bool {
    (left.day, left.number, left.path) < (right.day, right.number, right.path)
  }
}
