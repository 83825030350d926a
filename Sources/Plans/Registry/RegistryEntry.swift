package import GitModel
package import JSON

/// What the registry records of one plan, in the spelling of agentrules.
package struct RegistryEntry: Hashable, Sendable {
  package var id: PlanID
  package var path: RepositoryPath
  package var title = ""
  package var status = ""
  package var kind = ""
  package var domain = ""
  package var owner = ""
  package var created = ""
  package var updated = ""
  package var tags: [String] = []
  package var touches: [String] = []
  package var risk: String?
  package var breaking: Bool?
  package var migration: Bool?
  package var links: [PlanLink] = []
  package var dependsOn: [String] = []
  package var supersedes: [String] = []

  package init(id: PlanID, path: RepositoryPath) {
    self.id = id
    self.path = path
  }

  /// The entry as an object, its members in the order in which people read them.
  package var json: JSONValue {
    [
      "id": .string(id.description),
      "title": .string(title),
      "status": .string(status),
      "kind": .string(kind),
      "domain": .string(domain),
      "owner": .string(owner),
      "created": .string(created),
      "updated": .string(updated),
      "tags": JSONValue(tags),
      "touches": JSONValue(touches),
      "risk": JSONValue(risk),
      "breaking": JSONValue(breaking),
      "migration": JSONValue(migration),
      "links": .object(links.map { JSONMember($0.key, .string($0.value)) }),
      "depends_on": JSONValue(dependsOn),
      "supersedes": JSONValue(supersedes),
      "path": .string(path.description),
    ]
  }
}
