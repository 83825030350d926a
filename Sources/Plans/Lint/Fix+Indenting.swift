import Markdown

extension Fix {
  /// The languages that GitHub draws instead of showing them as code.
  private static let drawn: Set<String> = ["geojson", "math", "mermaid", "stl", "topojson"]

  /// Turns a fence into an indented block with the same text. `nil` where the fence says more than how to
  /// colour the code, and where it stands behind a bullet or in a quotation.
  init?(indenting fence: MarkdownOutline.Fence, in body: DocumentBody) {
    let lines = body.lines
    let margin = fence.column - 1
    guard fence.isClosed, !Self.drawn.contains(fence.language),
      lines.content(of: fence.line).prefix(margin).allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return nil }
    let indentation = [UInt8](repeating: UInt8(ascii: " "), count: margin - fence.indentation + 4)
    var number = fence.line
    var edits = [Self.emptying(number, in: lines, isGap: !lines.isBlank(number - 1))]
    number += 1
    while lines.range(of: number).lowerBound < fence.content.upperBound {
      if !lines.isBlank(number) {
        let line = lines.content(of: number)
        let own = line.prefix(margin).prefix { $0 == UInt8(ascii: " ") }
        edits.append(Edit(own.startIndex..<own.endIndex, with: indentation))
      }
      number += 1
    }
    edits.append(Self.emptying(number, in: lines, isGap: !lines.isBlank(number + 1)))
    self.init(edits, effect: .fences)
  }

  /// Takes away a line, but leaves an empty one for a gap.
  private static func emptying(_ number: Int, in lines: SourceLines, isGap: Bool) -> Edit {
    let content = lines.content(of: number)
    return Edit(
      content.startIndex..<(isGap ? content.endIndex : lines.range(of: number).upperBound), with: []
    )
  }
}
