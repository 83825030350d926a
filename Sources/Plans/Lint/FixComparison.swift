import Markdown
import YAML

/// Compares a document with what fixes made of it.
struct FixComparison {
  private let before: ParsedDocument
  private let after: ParsedDocument

  init(of before: ParsedDocument, with after: ParsedDocument) {
    self.before = before
    self.after = after
  }

  /// Says whether nothing is changed but what the fixes say they change.
  func allows(_ fixes: [Fix]) -> Bool {
    let effects = Set(fixes.map(\.effect))
    return hasSameFields(but: effects)
      && MarkdownMeaning.isSame(
        content(of: before), content(of: after), ignoresFences: effects.contains(.fences))
  }

  /// Whether the front matter has the same keys in the same order, with the same values but for the effects.
  /// One that could not be read can be read now, or its first fault lies further down.
  private func hasSameFields(but effects: Set<Fix.Effect>) -> Bool {
    guard let old = before.frontMatter else {
      guard let new = after.frontMatter else {
        return after.failure == before.failure
          || (after.failure?.line ?? 0) > (before.failure?.line ?? .max)
      }
      return effects.allSatisfy { effect in
        guard case .field(let key, let value) = effect else { return true }
        return new.text(key) == value
      }
    }
    guard let new = after.frontMatter else { return false }
    let left = old.root?.pairs ?? []
    let right = new.root?.pairs ?? []
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { left, right in
      left.hasSameValues(as: right)
        || left.key.hasSameValues(as: right.key)
          && effects.contains { Self.makes($0, left, right) }
    }
  }

  /// Says whether an effect turns one value into another.
  private static func makes(_ effect: Fix.Effect, _ old: YAMLPair, _ new: YAMLPair) -> Bool {
    switch effect {
    case .nothing, .fences: false
    case .field(let key, let value):
      old.key.text == key && new.value.text?.trimmed == value
    case .list(let key):
      old.key.text == key && new.value.items != nil
        && old.value.wordList.map(\.text) == new.value.wordList.map(\.text)
    }
  }

  /// Returns the plan's own text.
  private func content(of document: ParsedDocument) -> ArraySlice<UInt8> {
    if let found = document.frontMatter?.frontMatter, !found.isFirst {
      return document.bytes[found.body]
    }
    return document.bytes[PlanBody.content(of: document.bytes, with: document.outline)]
  }
}
