import Correlation
import GitModel
import GitStore

/// Finds the commits that a person means by a range.
struct CommitRange {
  let session: Session
  let facts: RepositoryFacts

  /// Returns the commits, newest first: of `<a>..<b>`, of what a commit has beyond the target, or of what
  /// HEAD has beyond it.
  func commits(of text: String?) throws -> [CommitIndex] {
    guard let text, let dots = text.firstRange(of: "..") else {
      let tip = try commit(text ?? "HEAD")
      guard let target = facts.target else { return [] }
      return facts.graph.difference(from: [tip], excluding: [target.commit]).commits
    }
    if text[dots.lowerBound...].hasPrefix("...") {
      throw CommandError(
        "a range has two dots: '\(text)' has three", hint: "write <a>..<b>")
    }
    let base = try commit(String(text[..<dots.lowerBound]))
    let tip = try commit(String(text[dots.upperBound...]))
    return facts.graph.difference(from: [tip], excluding: [base]).commits
  }

  private func commit(_ name: String) throws -> CommitIndex {
    let name = name.isEmpty ? "HEAD" : name
    guard let id = try session.repository.commit(named: name) else {
      throw CommandError("there is no commit '\(name)'")
    }
    guard let index = facts.graph.index(of: id) else {
      throw CommandError("no branch or tag reaches the commit '\(name)'")
    }
    return index
  }
}
