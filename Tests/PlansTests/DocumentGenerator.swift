/// Makes plan documents in all the ways in which people and programs write them.
extension SplitMix {
  /// Returns a document whose front matter can be read.
  mutating func document() -> String {
    let isDumped = once(in: 3)
    let indentation = once(in: 8) ? "  " : ""
    var lines: [String] = []
    for key in [
      "id", "title", "status", "kind", "domain", "owner", "created", "updated", "tags", "touches",
      "risk", "breaking", "migration", "links", "depends_on", "supersedes", "more",
    ] where !once(in: 9) {
      lines += field(key, isDumped: isDumped).map { indentation + $0 }
      if once(in: 14) { lines.append(pick(["# a comment: 'x'", "", "  # \"indented", "#"])) }
    }
    if once(in: 12) {
      lines = ["{" + pick(["", "status: planned, tags: [a, b], links: {pr: ''}"]) + "}"]
    }
    let start = once(in: 10) ? "\u{FEFF}" : ""
    let text =
      start + "---\n" + lines.map { $0 + "\n" }.joined() + "---"
      + pick(["\n", "", "\n\n# Body\n", "  \nbody"])
    return once(in: 5) ? text.replacing("\n", with: "\r\n") : text
  }

  private mutating func field(_ key: String, isDumped: Bool) -> [String] {
    let comment = once(in: 8) ? pick(["  # why", " # 'x': [y]", "\t# tab"]) : ""
    let gap = once(in: 12) ? "   " : " "
    switch key {
    case "tags", "touches", "depends_on", "supersedes":
      return list(key, isDumped: isDumped, comment: comment)
    case "links":
      if once(in: 5) {
        return [pick(["links: {}", "links:", "links: {issue: \"\", pr: 'x'}"]) + comment]
      }
      let names = ["issue", "pr", "docs"].filter { _ in !once(in: 6) }
      if names.isEmpty { return [] }
      return ["links:" + comment] + names.map { "  \($0):\(gap)" + scalar(isDumped: isDumped) }
    default:
      let quoted = once(in: 25) ? "\"\(key)\"" : key
      return ["\(quoted):\(gap)\(scalar(isDumped: isDumped))\(comment)"]
    }
  }

  private mutating func scalar(isDumped: Bool) -> String {
    let text = pick([
      "planned", "2026-01-17", "Suche für Städte", "@ada", "a: b", "it's", "12", "", "#5",
      "https://h/p/1",
    ])
    if once(in: 3), !["", "@ada", "a: b", "#5"].contains(text) { return text }
    return isDumped ? "'" + text.replacing("'", with: "''") + "'" : "\"\(text)\""
  }

  private mutating func list(_ key: String, isDumped: Bool, comment: String) -> [String] {
    let words = ["a", "'b c'", "\"d\"", "é", "EP-20260117-014", "12"].filter { _ in once(in: 2) }
    if words.isEmpty { return [key + pick([": []", ":", ": ~", ": ''", ": [ ]"]) + comment] }
    if isDumped || once(in: 6) {
      let dash = isDumped ? "- " : pick(["  - ", "    -   "])
      return ["\(key):" + comment] + words.map { dash + $0 + (once(in: 8) ? "  # of a word" : "") }
    }
    if once(in: 8) {
      return ["\(key): [" + comment] + words.map { "    \($0)," } + ["    ]"]
    }
    return ["\(key): [" + words.joined(separator: pick([", ", ",", " , "])) + "]" + comment]
  }
}
