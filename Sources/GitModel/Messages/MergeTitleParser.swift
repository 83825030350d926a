/// Reads the titles that `git merge` and `git pull` write (`git fmt-merge-msg`), and GitLab's, which quote
/// the target.
///
/// Such a title joins sources by `; `, the kinds within a source by `, `, and the names of a kind by
/// `, ` and ` and `: `Merge branches 'a', 'b' and 'c', tag 'v1' of URL; branch 'd' into target`.
struct MergeTitleParser {
  private var rest: Substring
  private var merge = MergeMessage()

  private static let kinds: [(words: String, isBranch: Bool, isRemoteTracking: Bool)] = [
    ("remote-tracking branches ", true, true), ("remote-tracking branch ", true, true),
    ("branches ", true, false), ("branch ", true, false),
    ("tags ", false, false), ("tag ", false, false),
    ("commits ", false, false), ("commit ", false, false),
  ]

  init(_ title: String) { rest = title[...] }

  /// Returns what the title says; `nil` where git would not have written it.
  mutating func parse() -> MergeMessage? {
    guard take("Merge ") else { return nil }
    repeat {
      guard parseSource() else { return nil }
    } while take("; ")
    if take(" into ") {
      merge.into = parseTarget()
      if merge.into == nil { return nil }
    }
    return rest.isEmpty ? merge : nil
  }

  /// Reads what was merged from one repository.
  private mutating func parseSource() -> Bool {
    let firstOfSource = merge.branches.count
    guard take("HEAD") || parseKind() else { return false }
    while true {
      let before = rest
      // A person's words may join kinds by "and"; git writes a comma.
      guard take(", ") || take(" and ") else { break }
      guard parseKind() else {
        rest = before
        break
      }
    }
    if take(" of ") {
      let source = takeSource()
      guard !source.isEmpty else { return false }
      for index in firstOfSource..<merge.branches.count { merge.branches[index].source = source }
    }
    return true
  }

  /// Reads names of one kind: `branches 'a', 'b' and 'c'`.
  private mutating func parseKind() -> Bool {
    guard let kind = Self.kinds.first(where: { rest.hasPrefix($0.words) }) else { return false }
    rest = rest.dropFirst(kind.words.count)
    repeat {
      guard let name = takeQuoted() else { return false }
      // git says so where a commit behind the branch's tip was merged.
      _ = take(" (early part)")
      if kind.isBranch {
        merge.branches.append(MergedBranch(name: name, isRemoteTracking: kind.isRemoteTracking))
      }
    } while takeJoint()
    return true
  }

  /// Takes what parts two names of a kind, unless another kind follows.
  private mutating func takeJoint() -> Bool {
    let before = rest
    if take(", ") || take(" and "), rest.hasPrefix("'") { return true }
    rest = before
    return false
  }

  private mutating func parseTarget() -> String? {
    if rest.hasPrefix("'") { return takeQuoted() }
    let word = takeWord()
    return word.isEmpty ? nil : word
  }

  /// Takes a name in quotes. A quote inside the name does not end it: names may hold one.
  private mutating func takeQuoted() -> String? {
    guard rest.hasPrefix("'") else { return nil }
    let start = rest.index(after: rest.startIndex)
    var end = start
    while let quote = rest[end...].firstIndex(of: "'") {
      let after = rest.index(after: quote)
      if after == rest.endIndex || [" ", ",", ";"].contains(rest[after]) {
        guard quote > start else { return nil }
        let name = String(rest[start..<quote])
        rest = rest[after...]
        return name
      }
      end = after
    }
    return nil
  }

  /// Takes a URL or path: all up to the next source, the target or the end.
  private mutating func takeSource() -> String {
    let ends = ["; ", " into "].compactMap { rest.firstRange(of: $0)?.lowerBound }
    let source = rest[..<(ends.min() ?? rest.endIndex)]
    rest = rest[source.endIndex...]
    return String(source)
  }

  /// Takes all up to the next space.
  private mutating func takeWord() -> String {
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }
}
