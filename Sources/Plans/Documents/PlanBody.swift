import GitModel
package import Markdown

/// The Markdown below the front matter of a document.
package enum PlanBody {
  /// Returns the outline of a plan, with lines counted from the start of the file and indices of the file's
  /// bytes. A document without front matter is all body. Where the plan stands in a fence of its own, with
  /// or without other text around it, the outline is that of the fence's content.
  package static func outline(of bytes: [UInt8]) -> MarkdownOutline {
    let place = place(in: bytes)
    let outer = MarkdownOutline(of: bytes[place.range], firstLine: place.line)
    guard let (fence, inner) = envelope(in: outer, of: bytes) else { return outer }
    var outline = inner
    outline.envelope = fence
    return outline
  }

  /// Returns the bytes of a document's body and the 1-based line where it begins.
  static func place(in bytes: [UInt8]) -> (range: Range<Int>, line: Int) {
    if case .found(let found) = FrontMatter.search(bytes), found.isFirst {
      return (found.body, found.bodyLine)
    }
    return (FrontMatter.byteOrderMarkLength(bytes)..<bytes.count, 1)
  }

  /// Returns the indices of the plan's own text: the body, or what the fence around the plan holds.
  package static func content(
    of bytes: [UInt8], with outline: MarkdownOutline
  ) -> Range<Int> {
    outline.envelope.map { content(of: $0, in: bytes).range } ?? place(in: bytes).range
  }

  /// Returns the fence that holds the plan and the outline of its content; `nil` where the plan stands free.
  ///
  /// A Markdown fence with nothing around it holds the plan. Where there is other text, the longest one does,
  /// if sections of a plan are inside of it and none outside.
  private static func envelope(
    in outer: MarkdownOutline, of bytes: [UInt8]
  ) -> (MarkdownOutline.Fence, MarkdownOutline)? {
    let fences = outer.fences.filter { $0.isTopLevel && $0.isMarkdown }
    guard let fence = fences.max(by: { $0.content.count < $1.content.count }),
      outer.isOneFence || !outer.headings.contains(where: { LivingSection($0) != nil })
    else { return nil }
    let content = content(of: fence, in: bytes)
    let inner = MarkdownOutline(of: bytes[content.range], firstLine: content.line)
    guard outer.isOneFence || Set(inner.headings.compactMap { LivingSection($0) }).count > 1 else {
      return nil
    }
    return (fence, inner)
  }

  /// Returns the indices of the text in a plan's fence, and the line where it begins. Front matter may stand in
  /// front of it.
  private static func content(
    of fence: MarkdownOutline.Fence, in bytes: [UInt8]
  ) -> (range: Range<Int>, line: Int) {
    let content = place(in: Array(bytes[fence.content]))
    let start = fence.content.lowerBound
    return (
      (start + content.range.lowerBound)..<(start + content.range.upperBound),
      fence.line + content.line
    )
  }

  /// Says whether a heading names the section that tracks progress.
  package static func isProgress(_ heading: MarkdownOutline.Heading) -> Bool {
    LivingSection(heading) == .progress
  }
}

extension MarkdownOutline {
  /// The checkboxes that lie under a Progress heading, and those that do not.
  func tasksByProgress() -> (inside: [Task], outside: [Task]) {
    let lines = Set(headings.filter(PlanBody.isProgress).map(\.line))
    var inside: [Task] = []
    var outside: [Task] = []
    for task in tasks {
      if task.headings.contains(where: { lines.contains($0.line) }) {
        inside.append(task)
      } else {
        outside.append(task)
      }
    }
    return (inside, outside)
  }
}

extension ProgressCount {
  /// Counts the checkboxes that lie under a Progress heading.
  package init(_ outline: MarkdownOutline) {
    let tasks = outline.tasksByProgress().inside
    let ticked = tasks.count { $0.isTicked }
    self.init(ticked: ticked, unticked: tasks.count - ticked)
  }
}

extension RepositoryPath {
  /// The last component without `.md`.
  var title: String { name.hasSuffix(".md") ? String(name.dropLast(3)) : name }
}
