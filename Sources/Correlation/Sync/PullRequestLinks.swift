/// What `links.pr` says and should say.
struct PullRequestLinks {
  let forge: Forge

  /// Returns the new value of `links.pr`; `nil` where it stays.
  ///
  /// An empty value is filled. One that holds nothing but pull requests that the evidence has too is
  /// extended. Anything else is a person's own.
  ///
  /// Of the numbers that are not certain, those that titles of the target end with are written all the same:
  /// hardly ever are they issues. The others are written only where there is nothing better.
  func updated(_ current: String, with requests: [PullRequest]) -> String? {
    let words = current.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    var present: Set<Int> = []
    let known = Set(requests.map(\.number))
    for word in words {
      guard let number = forge.number(in: word), known.contains(number) else { return nil }
      present.insert(number)
    }
    let likely = requests.filter { $0.confidence == .high || $0.evidence == .squash }
    let missing = (likely.isEmpty ? requests : likely).filter { !present.contains($0.number) }
    if missing.isEmpty { return nil }
    return (words + missing.map { forge.link(to: $0.number) }).joined(separator: ", ")
  }
}
