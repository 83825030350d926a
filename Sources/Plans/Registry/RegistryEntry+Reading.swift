import YAML

extension RegistryEntry {
  /// Reads what a document records, which must be without errors; `nil` where it carries no ID.
  init?(_ document: ParsedDocument) {
    guard let id = document["id"].flatMap({ PlanID($0.pythonText.trimmed) }) else { return nil }
    func text(_ key: String) -> String { document[key]?.recordedText ?? "" }
    func date(_ key: String) -> String {
      document[key].flatMap { RecordedDate($0) }?.text ?? ""
    }
    func words(_ key: String) -> [String] { document[key]?.wordList.map(\.text) ?? [] }
    self.init(id: id, path: document.path)
    title = text("title")
    owner = text("owner")
    status = text("status")
    kind = text("kind")
    domain = text("domain")
    created = date("created")
    updated = date("updated")
    tags = words("tags")
    touches = words("touches")
    risk = text("risk").nonEmpty
    breaking = document["breaking"]?.flag
    migration = document["migration"]?.flag
    links = (document["links"]?.pairs ?? []).map {
      PlanLink(key: $0.key.pythonText, value: $0.value.pythonText)
    }
    dependsOn = words("depends_on")
    supersedes = words("supersedes")
  }
}
