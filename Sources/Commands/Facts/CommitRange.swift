import Correlation
import GitModel
import GitStore

/// Finds the commits that a person means by a range.
struct CommitRange {
  let session: Session
  let facts: RepositoryFacts

  /// The ends of a range, with the words that name them.
  struct Ends {
    let base: CommitIndex
    let tip: CommitIndex
    let names: [String]
  }

  /// Returns the ends of `<a>..<b>`, either of which is HEAD where it is left out; `nil` for words without
  /// the two dots.
  func ends(of text: String) throws -> Ends? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    if text[dots.lowerBound...].hasPrefix("...") {
      throw CommandError(
        "a range has two dots: '\(text)' has three", hint: "write <a>..<b>")
    }
    let names = [text[..<dots.lowerBound], text[dots.upperBound...]].map { end in
      end.isEmpty ? "HEAD" : String(end)
    }
    return Ends(base: try commit(names[0]), tip: try commit(names[1]), names: names)
  }

  /// Returns the commits of `<a>..<b>`, newest first, or the one commit that a revision names.
  func named(by text: String) throws -> [CommitIndex] {
    guard let ends = try ends(of: text) else { return [try commit(text)] }
    return facts.graph.difference(from: [ends.tip], excluding: [ends.base]).commits
  }

  private func commit(_ name: String) throws -> CommitIndex {
    guard let id = try session.repository.commit(named: name) else {
      throw CommandError("there is no commit '\(name)'", hint: "run 'git log' to see commits")
    }
    guard let index = facts.graph.index(of: id) else {
      throw CommandError("no branch or tag reaches the commit '\(name)'")
    }
    return index
  }
}
