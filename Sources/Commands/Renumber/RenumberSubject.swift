import GitModel
import Plans

/// Finds the document that a person wants to give another ID.
struct RenumberSubject {
  let session: Session
  let catalog: PlanCatalog

  /// The documents that carry the ID, the wanted one first; the others are there by a collision.
  struct Found {
    let id: PlanID
    let documents: [PlanDocument.ReadResult]
  }

  /// Returns the document that a word names: by its path or its slug, or by its ID where no other document
  /// of the work tree has it.
  ///
  /// - Parameter arrivals: Returns, for documents with one ID, which of them came to the target last.
  func find(
    _ word: String, latest: ([PlanDocument.ReadResult], PlanID) throws -> Int?
  ) throws -> Found {
    if let id = PlanID(word.uppercased()) {
      let documents = documents(with: id)
      guard documents.count < 2 else {
        throw Self.ambiguity(id, documents, latest: try latest(documents, id))
      }
      guard !documents.isEmpty else {
        throw CommandError(
          "there is no plan \(id) in this work tree", hint: "switch to a branch that holds it")
      }
      return Found(id: id, documents: documents)
    }
    let document = try document(named: word)
    guard let id = document.plan?.key.planID else {
      throw CommandError(
        "the plan \(document.path) has no ID",
        hint: "run 'git execplan adopt \(document.path)' to give it one")
    }
    return Found(
      id: id,
      documents: [document] + documents(with: id).filter { $0.path != document.path })
  }

  private func documents(with id: PlanID) -> [PlanDocument.ReadResult] {
    catalog.documents.filter { $0.plan?.key == .id(id) }.sorted { $0.path < $1.path }
  }

  private func document(named word: String) throws -> PlanDocument.ReadResult {
    if let files = session.files, case .path(let path)? = session.place(named: word, in: files),
      let document = catalog.documents.first(where: { $0.path == path })
    {
      return document
    }
    let found = catalog.documents.filter { document in
      document.plan.map { PlanSelector.slug(of: $0) } == word
    }
    guard let only = found.first, found.count == 1 else {
      throw CommandError(
        found.isEmpty
          ? "there is no plan '\(word)' in this work tree"
          : "several plans have the slug '\(word)'",
        hint: "name the plan by the path of its document; 'git execplan list' shows the plans")
    }
    return only
  }

  private static func ambiguity(
    _ id: PlanID, _ documents: [PlanDocument.ReadResult], latest: Int?
  ) -> CommandError {
    func command(_ document: PlanDocument.ReadResult) -> String {
      "'git execplan renumber \(document.path)'"
    }
    let names = documents.map(\.path.description).joined(separator: ", ")
    let message = "\(documents.count) documents carry the ID \(id): \(names)"
    guard let latest else {
      return CommandError(
        message, hint: "run " + documents.map(command).joined(separator: " or "))
    }
    let others = documents.indices.filter { $0 != latest }.map { command(documents[$0]) }
    return CommandError(
      message,
      hint: "run \(command(documents[latest])) for the one that came last, else "
        + others.joined(separator: " or "))
  }
}
