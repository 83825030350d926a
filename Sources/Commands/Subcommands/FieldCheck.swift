import ArgumentParser
import Plans

/// Checks what people give for the fields of new documents. What is not given is fine.
enum FieldCheck {
  static func title(_ title: String) throws {
    if title.allSatisfy(\.isWhitespace) || title.contains(where: \.isNewline) {
      throw ValidationError("A title is one line and not empty.")
    }
  }

  static func slug(_ slug: String?) throws {
    guard let slug else { return }
    if PlanSlug.make(from: slug) != slug || slug.isEmpty {
      throw ValidationError("'\(slug)' is no slug; use a-z, 0-9, - and _.")
    }
  }

  /// A slug that names a plan's folder, too.
  static func folderSlug(_ slug: String?) throws {
    try Self.slug(slug)
    if let slug, PlanSlug.reserved.contains(slug) {
      throw ValidationError("'\(slug)' is a folder of the layout itself; choose another slug.")
    }
  }

  static func owner(_ owner: String?) throws {
    guard let owner else { return }
    if owner.isEmpty || owner.contains(where: { $0.isWhitespace || $0.isNewline }) {
      throw ValidationError("'\(owner)' is no owner; write a handle such as @mara.")
    }
  }

  static func date(_ date: String?) throws {
    if let date, CalendarDate(anyForm: date) == nil {
      throw ValidationError("'\(date)' is no date; write YYYY-MM-DD.")
    }
  }

  static func word(_ word: String?, in words: [String], option: String) throws {
    guard let word, !words.contains(word) else { return }
    throw ValidationError(
      "'\(word)' is no value of \(option); use one of \(words.joined(separator: ", ")).")
  }

  /// A value that stands on one line of front matter.
  static func line(_ text: String?, option: String) throws {
    guard let text, text.contains(where: \.isNewline) else { return }
    throw ValidationError("The value of \(option) is one line.")
  }
}
