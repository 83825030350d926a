import GitModel

/// Finds what is wrong between plans: IDs used twice, references to plans that do not exist, and plans
/// that depend on themselves. agentrules reports the first two, as errors.
package enum RegistryFindings {
  /// Returns the findings about the documents of one root, by path and place.
  package static func among(_ documents: [PlanDocument.ReadResult]) -> [Finding] {
    let entries = documents.compactMap(\.entry).sorted { $0.path < $1.path }
    let known = Set(documents.compactMap { $0.plan?.key.planID })
    return
      (duplicates(in: documents) + entries.flatMap { brokenReferences(of: $0, known: known) }
      + cycles(among: entries)).sorted()
  }

  private static func duplicates(in documents: [PlanDocument.ReadResult]) -> [Finding] {
    var first: [PlanID: RepositoryPath] = [:]
    var findings: [Finding] = []
    for document in documents.sorted(by: { $0.path < $1.path }) {
      guard let id = document.plan?.key.planID else { continue }
      guard let other = first[id] else {
        first[id] = document.path
        continue
      }
      findings.append(
        Finding(
          path: document.path, line: document.entry?.line ?? 1, column: document.entry?.column ?? 1,
          severity: .error, rule: "duplicate-id", message: "the ID \(id) is also that of \(other)"))
    }
    return findings
  }

  private static func brokenReferences(of entry: RegistryEntry, known: Set<PlanID>) -> [Finding] {
    var findings: [Finding] = []
    for (field, references) in [
      ("depends_on", entry.dependsOn), ("supersedes", entry.supersedes),
    ] {
      for reference in references {
        let place = (reference.line, reference.column)
        guard let id = PlanID(reference.text) else {
          findings.append(
            Finding(
              path: entry.path, line: place.0, column: place.1, severity: .error,
              rule: "invalid-reference",
              message: "'\(reference.text)' in \(field) is no ID of the form EP-YYYYMMDD-NNN"))
          continue
        }
        if id == entry.id {
          findings.append(
            Finding(
              path: entry.path, line: place.0, column: place.1, severity: .warning,
              rule: "self-reference", message: "the plan names itself in \(field)"))
        } else if !known.contains(id) {
          findings.append(
            Finding(
              path: entry.path, line: place.0, column: place.1, severity: .error,
              rule: "unknown-reference", message: "there is no plan \(id), which \(field) names"))
        }
      }
    }
    return findings
  }

  /// Returns one finding for each group of plans that depend on each other, at its first plan.
  private static func cycles(among entries: [RegistryEntry]) -> [Finding] {
    var edges: [PlanID: [PlanID]] = [:]
    for entry in entries {
      edges[entry.id] = entry.dependsOn.compactMap { PlanID($0.text) }.filter { $0 != entry.id }
    }
    return StrongComponents.among(edges).compactMap { members in
      guard let first = members.first, let entry = entries.first(where: { $0.id == first }),
        let reference = entry.dependsOn.first(where: { reference in
          PlanID(reference.text).map(members.contains) ?? false
        })
      else { return nil }
      let names = members.map(\.description).joined(separator: ", ")
      return Finding(
        path: entry.path, line: reference.line, column: reference.column, severity: .warning,
        rule: "dependency-cycle", message: "these plans depend on each other: \(names)")
    }
  }
}
