import GitModel
import YAML

/// Reads the fields of a document that must follow the format, and notes every rule it breaks.
///
/// The errors are those of agentrules 4.3.0; it accepts an empty title or owner, which `str(None)` turns
/// into the word `None`, and this does not.
struct FieldReader {
  let document: FrontMatterDocument
  let path: RepositoryPath
  private(set) var findings: [Finding] = []

  init(document: FrontMatterDocument, path: RepositoryPath) {
    self.document = document
    self.path = path
  }

  /// Returns the plan's entry for the registry, `nil` where a rule is broken.
  mutating func readEntry(isFiledAway: Bool) -> RegistryEntry? {
    if !document.frontMatter.isFirst {
      warn("late-front-matter", at: nil, "white space stands before the front matter")
    }
    for key in Vocabulary.requiredKeys where document[key] == nil {
      fail("missing-key", at: nil, "the front matter lacks the key '\(key)'")
    }
    let id = readID()
    let title = readText("title")
    let owner = readText("owner")
    let status = readWord("status", of: Vocabulary.statuses)
    let kind = readWord("kind", of: Vocabulary.kinds)
    let domain = readWord("domain", of: Vocabulary.domains)
    let created = readDate("created")
    let updated = readDate("updated")
    if let first = CalendarDate(created), let last = CalendarDate(updated), last < first {
      warn("date-order", at: document["updated"], "'updated' is before 'created'")
    }
    let touches = readTouches()
    let hasRisk = document["risk"]?.isEmptyValue == false
    let risk = hasRisk ? readWord("risk", of: Vocabulary.risks) : nil
    let breaking = readFlag("breaking")
    let migration = readFlag("migration")
    let links = readLinks()
    checkFolder(status: status, isFiledAway: isFiledAway)
    guard let id, !findings.contains(where: { $0.severity == .error }) else { return nil }

    var entry = RegistryEntry(id: id, path: path)
    if let start = document["id"]?.range.start {
      entry.line = start.line
      entry.column = start.column
    }
    entry.title = title
    entry.owner = owner
    entry.status = status
    entry.kind = kind
    entry.domain = domain
    entry.created = created
    entry.updated = updated
    entry.tags = document["tags"]?.wordList.map(\.text) ?? []
    entry.touches = touches
    entry.risk = risk
    entry.breaking = breaking
    entry.migration = migration
    entry.links = links
    entry.dependsOn = references("depends_on")
    entry.supersedes = references("supersedes")
    return entry
  }

  private mutating func readID() -> PlanID? {
    let named = PlanLayout.planID(ofFile: path.name)
    if named == nil {
      fail(
        "invalid-file-name", at: nil,
        "the file's name '\(path.name)' does not start with an ID such as EP-20260117-014")
    }
    guard let node = document["id"] else { return nil }
    guard let id = PlanID(node.pythonText.trimmed) else {
      fail("invalid-id", at: node, "'\(node.pythonText)' is no ID of the form EP-YYYYMMDD-NNN")
      return nil
    }
    if let named, named != id {
      fail("id-mismatch", at: node, "the ID \(id) is not the file name's \(named)")
    }
    if CalendarDate(compact: PlanID.padded(id.day, to: 8)) == nil || id.sequence == 0 {
      warn("unlikely-id", at: node, "the ID \(id) carries no date and number that exist")
    }
    return id
  }

  private mutating func readText(_ key: String) -> String {
    guard let node = document[key] else { return "" }
    let text = node.resolution == .null ? "" : node.pythonText.trimmed
    if text.isEmpty { fail("empty-\(key)", at: node, "the \(key) is empty") }
    return text
  }

  private mutating func readWord(_ key: String, of vocabulary: [String]) -> String {
    guard let node = document[key] else { return "" }
    let text = node.pythonText.trimmed
    if !vocabulary.contains(text) { failUnknown(key, text, at: node, vocabulary) }
    return text
  }

  private mutating func readTouches() -> [String] {
    let words = document["touches"]?.wordList ?? []
    for word in words where !Vocabulary.touches.contains(word.text) {
      failUnknown("touches", word.text, at: word.node, Vocabulary.touches)
    }
    return words.map(\.text)
  }

  private mutating func readDate(_ key: String) -> String {
    guard let node = document[key] else { return "" }
    switch node.resolution {
    case .timestamp(let spelling):
      if let time = PythonTime(spelling) { return time.day.description }
    case .text(let text):
      // Python's `strptime` also takes days and months of one digit, and leaves them as they are.
      let date = text.trimmed
      let parts = date.split(separator: "-", omittingEmptySubsequences: false)
      let lengths = parts.map(\.utf8.count)
      if lengths.count == 3, lengths[0] == 4, (1...2).contains(lengths[1]),
        (1...2).contains(lengths[2]), PythonTime(date) != nil,
        date.utf8.allSatisfy({ "0123456789-".utf8.contains($0) })
      {
        if lengths != [4, 2, 2] {
          warn("short-date", at: node, "'\(date)' is not of the form YYYY-MM-DD")
        }
        return date
      }
    default: break
    }
    fail(
      "invalid-date", at: node,
      "'\(key)' must be a day of the form YYYY-MM-DD, not '\(node.text ?? "a collection")'")
    return ""
  }

  private mutating func readFlag(_ key: String) -> Bool? {
    guard let node = document[key], !node.isEmptyValue else { return nil }
    guard let flag = node.flag else {
      fail("invalid-boolean", at: node, "'\(key)' must be true or false")
      return nil
    }
    return flag
  }

  private mutating func readLinks() -> [PlanLink] {
    guard let node = document["links"], !node.isEmptyValue else { return [] }
    guard let pairs = node.pairs else {
      fail("invalid-links", at: node, "'links' must be a map such as 'pr: \"\"'")
      return []
    }
    return pairs.map { PlanLink(key: $0.key.pythonText, value: $0.value.pythonText) }
  }

  private func references(_ key: String) -> [RegistryEntry.Reference] {
    (document[key]?.wordList ?? []).map { word in
      let start = word.node.range.start
      return RegistryEntry.Reference(text: word.text, line: start.line, column: start.column)
    }
  }

  private mutating func checkFolder(status: String, isFiledAway: Bool) {
    guard let node = document["status"] else { return }
    if isFiledAway, status != "archived", status != "done" {
      warn(
        "open-in-complete", at: node, "the plan lies in a folder of finished plans, but is not done"
      )
    } else if !isFiledAway, status == "archived" {
      warn(
        "archived-outside-complete", at: node,
        "the plan is archived, but lies in no folder of finished plans")
    }
  }

  private mutating func failUnknown(
    _ key: String, _ word: String, at node: YAMLNode, _ vocabulary: [String]
  ) {
    fail(
      "unknown-\(key)", at: node,
      "'\(word)' is not one of \(vocabulary.joined(separator: ", "))")
  }

  private mutating func fail(_ rule: String, at node: YAMLNode?, _ message: String) {
    note(rule, .error, at: node, message)
  }

  private mutating func warn(_ rule: String, at node: YAMLNode?, _ message: String) {
    note(rule, .warning, at: node, message)
  }

  private mutating func note(
    _ rule: String, _ severity: Finding.Severity, at node: YAMLNode?, _ message: String
  ) {
    let start = node?.range.start
    let line = start?.line ?? max(1, document.frontMatter.yamlLine - 1)
    findings.append(
      Finding(
        path: path, line: line, column: start?.column ?? 1, severity: severity, rule: rule,
        message: message))
  }
}
