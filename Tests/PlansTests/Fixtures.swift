import GitModel
import Plans
import Testing

/// Plan documents as people and tools write them.
enum Fixtures {
  /// By hand: double quotes, lists in brackets.
  static let handWritten = """
    ---
    id: EP-20260117-014
    title: "Cache the résumé page"  # short
    status: planned
    kind: feature
    domain: backend
    owner: "@ada"
    created: 2026-01-17
    updated: 2026-01-18  # bump me
    tags: [cache, "web"]
    touches: [api, db]
    risk: med
    breaking: false
    migration: false
    links:
      issue: ""
      pr: ""   # the request
      docs: ""
    depends_on: []
    supersedes: []
    ---

    # Cache the page

    ## Progress

    - [x] measured
    - [ ] cached

    ## Log

    - [ ] not counted
    """ + "\n"

  /// Written again by PyYAML: single quotes, items without indentation.
  static let dumped = """
    ---
    id: EP-20260402-003
    title: Suche für Städte beschleunigen
    status: active
    kind: perf
    domain: cross-cutting
    owner: '@codex'
    created: 2026-04-02
    updated: '2026-04-03'
    tags:
    - search
    - index
    touches:
    - api
    - docs
    risk: low
    breaking: false
    migration: null
    links:
      issue: ''
      pr: ''
      docs: docs/search.md
    depends_on:
    - EP-20260117-014
    supersedes: []
    ---

    # Search
    """ + "\n"

  static func path(_ text: String) throws -> RepositoryPath { try #require(RepositoryPath(text)) }

  static func read(_ text: String, at path: String) throws -> PlanDocument.ReadResult {
    PlanDocument.read(path: try Fixtures.path(path), bytes: Array(text.utf8))
  }

  /// A small valid document; `changes` replaces or adds lines by their key.
  static func document(_ id: String, _ changes: [String: String] = [:]) -> String {
    var changes = changes
    var lines: [String] = []
    for (key, value) in [
      ("id", id), ("title", "A plan"), ("status", "planned"), ("kind", "feature"),
      ("domain", "backend"), ("owner", "ada"), ("created", "2026-01-17"), ("updated", "2026-01-17"),
    ] {
      lines.append("\(key): \(changes.removeValue(forKey: key) ?? value)")
    }
    for (key, value) in changes.sorted(by: { $0.key < $1.key }) { lines.append("\(key): \(value)") }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }
}
