/// Fills the templates of plans and milestones: text with placeholders such as `{{title}}`.
///
/// The template's owner decides about everything else. A placeholder that is not known stays as it is,
/// and what is filled in is never searched for placeholders again.
package enum PlanTemplate {
  /// What is filled in.
  package struct Values: Hashable, Sendable {
    package var id: String
    package var title: String
    package var owner: String
    package var kind = "feature"
    package var domain = "backend"
    package var date: CalendarDate
    package var tags: [String] = []
    package var touches: [String] = []
    package var risk = "low"
    package var dependsOn: [PlanID] = []
    package var supersedes: [PlanID] = []
    /// The milestone that the template is filled for; `nil` for a plan.
    package var milestone: MilestoneID?

    package init(id: String, title: String, owner: String, date: CalendarDate) {
      self.id = id
      self.title = title
      self.owner = owner
      self.date = date
    }

    /// Returns what a placeholder stands for.
    fileprivate subscript(_ name: String) -> Value? {
      switch name {
      case "id": .word(id)
      case "title": .quoted(title)
      case "owner": .quoted(owner)
      case "kind": .word(kind)
      case "domain": .word(domain)
      case "date", "created", "updated": .word(date.description)
      case "tags": .list(tags)
      case "touches": .list(touches)
      case "risk": .word(risk)
      case "depends_on": .list(dependsOn.map(\.description))
      case "supersedes": .list(supersedes.map(\.description))
      case "plan", "execplan_id": milestone.map { .word($0.plan.description) }
      case "number", "ms": milestone.map { .number($0.sequence) }
      default: nil
      }
    }
  }

  fileprivate enum Value {
    case word(String)
    case number(Int)
    /// A text that front matter puts in quotes by custom.
    case quoted(String)
    case list([String])
  }

  /// Returns the template with its placeholders filled in: as YAML in the front matter, where a
  /// placeholder may stand in quotes of its own, and as plain text on one line below it.
  package static func render(_ template: String, with values: Values) -> String {
    let bytes = Array(template.utf8)
    let bodyStart = FrontMatter.split(bytes)?.body.lowerBound ?? 0
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position...].starts(with: "{{".utf8),
        let end = closingBraces(in: bytes, from: position + 2),
        let value = values[String(decoding: bytes[(position + 2)..<end], as: UTF8.self).trimmed]
      else {
        output.append(bytes[position])
        position += 1
        continue
      }
      let next = end + 2 < bytes.count ? bytes[end + 2] : nil
      if position >= bodyStart {
        output += plain(value).utf8
      } else if let quote = output.last, quote == next, "\"'".utf8.contains(quote) {
        let style: ScalarWriter.Quotes = quote == UInt8(ascii: "'") ? .single : .double
        output += ScalarWriter.content(plain(value), in: style).utf8
      } else {
        output += yaml(value).utf8
      }
      position = end + 2
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Says whether a template has a placeholder of that name.
  package static func hasMark(_ name: String, in template: [UInt8]) -> Bool {
    template.indices.contains { position in
      guard template[position...].starts(with: "{{".utf8),
        let end = closingBraces(in: template, from: position + 2)
      else { return false }
      return String(decoding: template[(position + 2)..<end], as: UTF8.self).trimmed == name
    }
  }

  private static func closingBraces(in bytes: [UInt8], from start: Int) -> Int? {
    // Names are short; a longer distance is no placeholder.
    let window = bytes[min(start, bytes.count)..<min(start + 40, bytes.count)]
    return window.indices.first { bytes[$0...].starts(with: "}}".utf8) }
  }

  private static func yaml(_ value: Value) -> String {
    switch value {
    case .word(let text): ScalarWriter.plainOrQuoted(text, quotes: .double, inFlow: false)
    case .number(let number): String(number)
    case .quoted(let text): ScalarWriter.quoted(text, .double)
    case .list(let items):
      "["
        + items.map { ScalarWriter.plainOrQuoted($0, quotes: .double, inFlow: true) }
        .joined(separator: ", ") + "]"
    }
  }

  private static func plain(_ value: Value) -> String {
    switch value {
    case .word(let text), .quoted(let text):
      String(text.map { $0.isNewline ? " " : $0 })
    case .number(let number): String(number)
    case .list(let items): items.joined(separator: ", ")
    }
  }
}
