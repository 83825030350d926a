import Correlation
import GitModel
import GitStore

/// Finds the release that a person names.
struct ReleaseFinder {
  private let session: Session
  private let answers: Answers

  init(_ session: Session, _ answers: Answers) {
    self.session = session
    self.answers = answers
  }

  /// Returns the plans of a tag. A person who names a tag means it, be it a version or not.
  func release(_ name: String) throws -> ReleaseAnswer {
    if let place = answers.releases.tags.firstIndex(where: { $0.name == name }) {
      return answers.release(at: place)
    }
    guard let tag = try session.repository.tags().first(where: { $0.name == name }),
      let commit = answers.facts.graph.index(of: tag.commit)
    else {
      throw CommandError("there is no tag '\(name)'", hint: "run 'git tag' to see the tags")
    }
    let time = tag.taggerTime ?? answers.facts.graph.times[commit.position]
    return answers.release(taggedAs: tag.name, at: commit, time: time)
  }
}
