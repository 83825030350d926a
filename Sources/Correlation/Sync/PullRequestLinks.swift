/// What `links.pr` says and should say.
struct PullRequestLinks {
  let forge: ForgeRemote?

  /// Returns the new value of `links.pr`; `nil` where it stays.
  ///
  /// An empty value is filled. One that holds nothing but pull requests that the evidence has too is
  /// extended. Anything else is a person's own.
  func updated(_ current: String, with requests: [PullRequest]) -> String? {
    let words = current.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
    var present: Set<Int> = []
    let known = Set(requests.map(\.number))
    for word in words {
      guard let number = number(in: word), known.contains(number) else { return nil }
      present.insert(number)
    }
    let missing = requests.filter { !present.contains($0.number) }
    if missing.isEmpty { return nil }
    return (words + missing.map { written($0.number) }).joined(separator: ", ")
  }

  private func written(_ number: Int) -> String {
    forge?.pullRequestURL(number) ?? "#\(number)"
  }

  /// Reads `#12` and the address of a pull request of this forge.
  private func number(in word: String) -> Int? {
    if word.hasPrefix("#") { return Int(word.dropFirst()) }
    guard let slash = word.lastIndex(of: "/"), let number = Int(word[word.index(after: slash)...])
    else { return nil }
    return forge?.pullRequestURL(number) == word ? number : nil
  }
}
