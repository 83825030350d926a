import GitModel

/// A plan had another ID before, under the same path or before it was moved. One that gave its ID back to
/// another plan, because both had it, is well.
struct IDChanged: HistoryRule {
  let name = "id-changed"
  let summary = "a plan keeps the ID that it was created with"
  let level = LintLevel.warn

  func findings(in history: PlanTreeHistory) -> [Finding] {
    let known = history.tree.ids
    return history.documents.compactMap { document in
      let now = DocumentRevision(document.document)
      guard let id = now.id else { return nil }
      for version in document.versions {
        guard let old = version.revision.id, old != id, !known.contains(old),
          !isElsewhere(old, besides: [now, version.revision], in: history.tree)
        else { continue }
        return finding(
          in: document.document, at: document.document["id"],
          "the plan was \(old) until \(version.commit.abbreviated) at least; an ID never changes, "
            + "because commits and branches name it")
      }
      return nil
    }
  }

  /// Says whether another place has another plan under an ID. Then the plan at hand had to take a new one.
  private func isElsewhere(
    _ id: PlanID, besides own: [DocumentRevision], in tree: PlanTree
  ) -> Bool {
    let slugs = Set(own.map { PlanSlug.ofFile($0.path.name) })
    return tree.elsewhere.contains { place in
      place.id == id && !slugs.contains(PlanSlug.ofFile(place.path.name))
    }
  }
}
