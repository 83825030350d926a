package import GitModel

/// What the value of an `ExecPlan:` or `Milestone:` trailer refers to.
package enum PlanReference: Hashable, Sendable {
  case plan(PlanID)
  /// A milestone, which implies its plan.
  case milestone(MilestoneID)
  /// A plan document of this repository, by its path.
  case path(RepositoryPath)
  /// The declaration that a commit belongs to no plan, with the reason that followed in parentheses.
  case none(reason: String?)
  /// A plan of another repository, as written.
  case foreign(String)
  /// What cannot be read, as written.
  case malformed(String)

  /// The trailer keys that refer to plans. Case is not significant.
  package static let keys = ["ExecPlan", "Milestone"]

  /// Returns what a trailer refers to, in order; nothing for a trailer with another key.
  package static func references(inValueOf trailer: Trailer) -> [PlanReference] {
    guard keys.contains(where: trailer.hasKey) else { return [] }
    return references(inValue: trailer.value)
  }

  /// Returns what a value refers to, in order. An empty value is malformed.
  ///
  /// A value is one or several IDs or paths, parted by commas or blanks; or `none`, alone or before a
  /// reason in parentheses.
  package static func references(inValue value: String) -> [PlanReference] {
    let value = trimmed(value[...])
    if let whole = PlanReference(none: value) { return [whole] }
    if let wrapped = unwrapped(value), let whole = PlanReference(word: wrapped) { return [whole] }
    let words = value.split { $0 == "," || isBlank($0) }.map { unwrapped($0) ?? $0 }
    if let first = words.first, words.count > 1, isRepositoryName(first),
      words.dropFirst().allSatisfy({ $0.hasSuffix(documentSuffix) })
    {
      return [.foreign(String(value))]
    }

    var references: [PlanReference] = []
    var unread: [Substring] = []
    for word in words {
      guard let reference = PlanReference(word: word) else {
        unread.append(word)
        continue
      }
      flush(&unread, into: &references)
      references.append(reference)
    }
    flush(&unread, into: &references)
    return references.isEmpty ? [.malformed(String(value))] : references
  }

  /// The plan that is referred to by its own ID or by that of its milestone.
  package var planID: PlanID? {
    switch self {
    case .plan(let id): id
    case .milestone(let milestone): milestone.plan
    default: nil
    }
  }

  /// The value that refers to this; `nil` for what has none that would be read again in the same way.
  package var value: String? {
    let text: String
    switch self {
    case .plan(let id): text = id.description
    case .milestone(let id): text = id.description
    case .path(let path): text = path.description
    case .none, .foreign, .malformed: return nil
    }
    if text.contains(where: \.isNewline) { return nil }
    // Blanks and commas part the words of a value, but not inside of angle brackets.
    return [text, "<\(text)>"].first { Self.references(inValue: $0) == [self] }
  }

  private static let documentSuffix = ".md"

  /// Reads a whole value as the declaration `none`, `none (reason)`; `nil` for anything else.
  private init?(none value: Substring) {
    guard value.count >= 4, value.prefix(4).lowercased() == "none" else { return nil }
    let rest = PlanReference.trimmed(value.dropFirst(4))
    if rest.isEmpty {
      self = .none(reason: nil)
    } else if rest.hasPrefix("("), rest.hasSuffix(")") {
      let reason = PlanReference.trimmed(rest.dropFirst().dropLast())
      self = .none(reason: reason.isEmpty ? nil : String(reason))
    } else {
      return nil
    }
  }

  /// Reads one word of a value, its wrapping already off; `nil` for what refers to nothing.
  private init?(word: Substring) {
    if let id = PlanID(word) {
      self = .plan(id)
    } else if let id = MilestoneID(word) {
      self = .milestone(id)
    } else if word.hasPrefix("../") || word.contains(":"),
      word.hasSuffix(PlanReference.documentSuffix)
    {
      self = .foreign(String(word))
    } else if let path = PlanReference.documentPath(word) {
      self = .path(path)
    } else {
      return nil
    }
  }

  private static func documentPath(_ word: Substring) -> RepositoryPath? {
    let relative = word.hasPrefix("./") ? word.dropFirst(2) : word
    guard relative.hasSuffix(documentSuffix), let path = RepositoryPath(relative),
      path.name != documentSuffix
    else { return nil }
    return path
  }

  /// Says whether a word names another repository as forges do: `owner/name`.
  private static func isRepositoryName(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !word.hasSuffix(documentSuffix) && PlanID.all(in: word).isEmpty
  }

  /// Returns what is inside `<…>`, backticks, or a Markdown link; `nil` without a wrapping.
  ///
  /// Of a link the text counts where it is an ID, else the target.
  private static func unwrapped(_ word: Substring) -> Substring? {
    guard word.count > 2 else { return nil }
    switch (word.first, word.last) {
    case ("<", ">"), ("`", "`"):
      let inner = trimmed(word.dropFirst().dropLast())
      return inner.contains(where: { "<>`".contains($0) }) ? nil : inner
    case ("[", ")"):
      guard let middle = word.firstRange(of: "](") else { return nil }
      let text = word[word.index(after: word.startIndex)..<middle.lowerBound]
      if PlanID(text) != nil || MilestoneID(text) != nil { return text }
      let target = word[middle.upperBound...].dropLast()
      return target.contains(where: { "()[]".contains($0) }) ? nil : target
    default: return nil
    }
  }

  private static func flush(_ unread: inout [Substring], into references: inout [PlanReference]) {
    guard !unread.isEmpty else { return }
    references.append(.malformed(unread.joined(separator: " ")))
    unread = []
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t" || character.isNewline
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
