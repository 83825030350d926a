package import GitModel
import Markdown
import YAML

/// Reads plan documents.
package enum PlanDocument {
  /// A longer document is not read, in bytes. The longest of 1,838 real plans has 187,663.
  package static let sizeLimit = 4 << 20

  /// What a document holds.
  package struct ReadResult: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case parsed(ParsedDocument)
      /// The file is there and cannot be read.
      case unreadable(reason: String)
    }

    package var path: RepositoryPath
    package var content: Content
    /// The plan; `nil` where the document should carry an ID and carries none, in its front matter or in
    /// its name.
    package var plan: Plan?
    /// What keeps the document by itself from being registered, or is unlikely, in the order of the file.
    package var findings: [Finding]
    /// What the registry records of the plan; `nil` for a document with errors, and for one that need not
    /// follow the format.
    package var entry: RegistryEntry?

    /// The parsed document, `nil` where it cannot be read.
    package var source: ParsedDocument? {
      if case .parsed(let document) = content { document } else { nil }
    }
  }

  /// Returns what is known of a document that cannot be read: the plan that its name tells, and why.
  package static func unreadable(
    path: RepositoryPath, reason: String, layout: PlanLayout = .standard
  ) -> ReadResult {
    var result = ReadResult(
      path: path, content: .unreadable(reason: reason),
      findings: [UnreadableFile().finding(at: path, reason: reason)])
    if case .milestone = layout.classify(path) { return result }
    let id = PlanLayout.planID(ofFile: path.name)
    if id != nil || !layout.isStrict(path) {
      result.plan = Plan(key: id.map(PlanKey.id) ?? .path(path), path: path, title: path.title)
    }
    return result
  }

  /// Reads a document. One below the layout's roots must follow the format; any other may be any Markdown
  /// file, and is a plan by its path, unless its front matter carries an ID.
  package static func read(
    path: RepositoryPath, bytes: [UInt8], layout: PlanLayout = .standard
  ) -> ReadResult {
    read(ParsedDocument(path: path, bytes: bytes, layout: layout))
  }

  /// Reads the plan of a parsed document.
  static func read(_ document: ParsedDocument) -> ReadResult {
    let path = document.path
    var result = ReadResult(
      path: path, content: .parsed(document), findings: Registry.linter.findings(in: document))
    if document.format == .plan, !result.findings.contains(where: { $0.severity == .error }) {
      result.entry = RegistryEntry(document)
    }
    let frontMatter = document.frontMatter
    let id =
      frontMatter?.text("id").flatMap { PlanID($0) } ?? PlanLayout.planID(ofFile: path.name)
    guard id != nil || document.format == .free else { return result }
    var plan = Plan(key: id.map(PlanKey.id) ?? .path(path), path: path, title: document.title)
    if let frontMatter { plan.takeFields(of: frontMatter) }
    plan.progress = ProgressCount(document.outline)
    result.plan = plan
    return result
  }

  /// Returns the ID that a document's front matter records, where it is another one than `named`, which
  /// the file's name carries. Nearly all front matter is not even parsed for that.
  package static func recordedID(in bytes: [UInt8], besides named: PlanID?) -> PlanID? {
    guard case .found(let found) = FrontMatter.search(bytes),
      PlanID.all(in: String(decoding: bytes[found.yaml], as: UTF8.self)).contains(where: {
        $0 != named
      }),
      let document = try? FrontMatterDocument(bytes),
      let id = document.text("id").flatMap({ PlanID($0) }), id != named
    else { return nil }
    return id
  }
}

extension Plan {
  /// Takes over what the format knows of a front matter's fields, and leaves out everything else.
  fileprivate mutating func takeFields(of document: FrontMatterDocument) {
    func word(_ key: String, of vocabulary: [String]) -> String? {
      document.text(key).flatMap { vocabulary.contains($0) ? $0 : nil }
    }
    func date(_ key: String) -> CalendarDate? {
      document.text(key).flatMap { CalendarDate($0) ?? PythonTime($0)?.day }
    }
    status = document.text("status").flatMap(PlanStatus.init)
    kind = word("kind", of: Vocabulary.kinds)
    domain = word("domain", of: Vocabulary.domains)
    risk = word("risk", of: Vocabulary.risks)
    owner = document.text("owner")
    created = date("created")
    updated = date("updated")
    tags = document["tags"]?.wordList.map(\.text) ?? []
    touches =
      document["touches"]?.wordList.map(\.text).filter(Vocabulary.touches.contains) ?? []
    breaking = document["breaking"]?.flag
    migration = document["migration"]?.flag
    links = (document["links"]?.pairs ?? []).compactMap { pair in
      guard let key = pair.key.text, let value = pair.value.text else { return nil }
      return PlanLink(key: key, value: pair.value.resolution == .null ? "" : value)
    }
    dependsOn = document["depends_on"]?.wordList.compactMap { PlanID($0.text) } ?? []
    supersedes = document["supersedes"]?.wordList.compactMap { PlanID($0.text) } ?? []
  }
}
