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
    var values: [String: String] = [:]
    for case .field(let key, let value) in fixes.map(\.effect) { values[key] = value }
    return hasSameFields(but: values)
      && MarkdownMeaning.isSame(
        content(of: before), content(of: after),
        ignoresFences: fixes.contains { $0.effect == .fences })
  }

  /// Whether the front matter has the same keys in the same order, with the same values but the given ones.
  /// One that could not be read can be read now, or its first fault lies further down.
  private func hasSameFields(but values: [String: String]) -> Bool {
    guard let old = before.frontMatter else {
      guard let new = after.frontMatter else {
        return after.failure == before.failure
          || (after.failure?.line ?? 0) > (before.failure?.line ?? .max)
      }
      return values.allSatisfy { new.text($0.key) == $0.value }
    }
    guard let new = after.frontMatter else { return false }
    let left = old.root?.pairs ?? []
    let right = new.root?.pairs ?? []
    guard left.count == right.count else { return false }
    return zip(left, right).allSatisfy { left, right in
      guard let key = left.key.text, let value = values[key] else {
        return left.hasSameValues(as: right)
      }
      return key == right.key.text && right.value.text?.trimmed == value
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
