extension Configuration {
  /// Returns the URL of a remote as it is configured; `nil` where it has none.
  package func remoteURL(_ remote: String) -> String? {
    // An empty value takes back those before it.
    strings("remote.\(remote).url").reduce(into: [String]()) { urls, url in
      if url.isEmpty { urls = [] } else { urls.append(url) }
    }.first
  }

  /// Returns the URL that git takes for another one: the longest beginning that a value of
  /// `url.<base>.insteadOf` names is replaced by the base.
  package func rewritten(_ url: String) -> String {
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
