extension Configuration {
  /// Returns the URL that git fetches from for a remote, after `url.<base>.insteadOf`; `nil` where the remote
  /// has none.
  package func remoteURL(_ remote: String) -> String? {
    // An empty value takes back those before it.
    let urls = strings("remote.\(remote).url").reduce(into: [String]()) { urls, url in
      if url.isEmpty { urls = [] } else { urls.append(url) }
    }
    return urls.first.map(rewritten)
  }

  /// Replaces the longest beginning of a URL that a value of `url.<base>.insteadOf` names by the base.
  private func rewritten(_ url: String) -> String {
    var longest = ""
    var replacement = ""
    for base in subsections(of: "url") {
      for prefix in strings("url.\(base).insteadOf")
      where !prefix.isEmpty && prefix.utf8.count > longest.utf8.count && url.hasPrefix(prefix) {
        longest = prefix
        replacement = base
      }
    }
    return replacement + url.dropFirst(longest.count)
  }
}
