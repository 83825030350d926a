extension MarkdownOutline {
  /// Reads the outline of a Markdown text. `firstLine` is the line that the text's first line counts as.
  ///
  /// The corresponding C function is `cmark_parser_feed`.
  package init(of bytes: ArraySlice<UInt8>, firstLine: Int = 1) {
    self.init()
    guard let document = CMarkDocument(bytes) else { return }
    let blocks = document.root.children
    let lines = SourceLines(of: bytes, firstNumber: firstLine)
    var path: [Heading] = []
    for block in blocks {
      if let level = block.headingLevel {
        let heading = Heading(block, level: level, in: lines)
        headings.append(heading)
        path.removeAll { $0.level >= level }
        path.append(heading)
      } else {
        collect(from: block, under: path, in: lines)
      }
    }
    isOneFence = blocks.count == 1 && blocks[0].isFencedCodeBlock
  }

  /// Adds the items and code blocks that a block of the text itself is or holds.
  private mutating func collect(from block: CMarkNode, under path: [Heading], in lines: SourceLines)
  {
    block.visitBlocks { node in
      if node.isItem {
        collect(item: node, under: path, in: lines)
      } else if node.isFencedCodeBlock {
        fences.append(Fence(node, isTopLevel: node.pointer == block.pointer, in: lines))
      }
    }
  }

  private mutating func collect(item: CMarkNode, under path: [Heading], in lines: SourceLines) {
    let line = lines.number(of: item)
    let start = lines.range(of: line).lowerBound + item.column - 1
    let bracket = ItemBracket(ofItemAt: start, in: lines.content(of: line))
    if let isTicked = item.isTickedTask ?? bracket?.isTicked {
      tasks.append(
        Task(
          isTicked: isTicked, line: line,
          column: lines.column(of: bracket?.opening ?? start, in: line), mark: bracket?.mark,
          headings: path))
    } else if let bracket {
      // Columns are counted for brackets only: a line can hold a hundred thousand items.
      brackets.append(
        Bracket(
          text: bracket.text, line: line, column: lines.column(of: bracket.opening, in: line),
          isFollowedByText: bracket.isFollowedByText))
    }
  }
}

extension MarkdownOutline.Heading {
  fileprivate init(_ node: CMarkNode, level: Int, in lines: SourceLines) {
    let first = lines.number(of: node)
    let last = lines.isNumberSign(first) ? first : lines.underline(below: first)
    self.init(
      level: level, text: node.plainText, line: first, end: lines.range(of: last).upperBound,
      isFollowedByText: !lines.isBlank(last + 1))
  }
}

extension MarkdownOutline.Fence {
  fileprivate init(_ node: CMarkNode, isTopLevel: Bool, in lines: SourceLines) {
    let first = lines.number(of: node)
    let last = max(first, min(lines.number(ofEndOf: node), lines.endNumber - 1))
    let opening = lines.range(of: first)
    let fence = node.fence
    let isClosed =
      last > first
      && lines.isFence(last, of: fence.character, atLeast: fence.length, isTopLevel: isTopLevel)
    let closing = isClosed ? lines.range(of: last).lowerBound : lines.range(of: last).upperBound
    self.init(
      language: node.fenceLanguage, line: first,
      column: lines.column(of: opening.lowerBound + node.column - 1, in: first),
      isTopLevel: isTopLevel, indentation: fence.indentation, isClosed: isClosed,
      range: opening.lowerBound..<lines.range(of: last).upperBound,
      content: opening.upperBound..<max(opening.upperBound, closing))
  }
}

extension SourceLines {
  fileprivate func number(of node: CMarkNode) -> Int { firstNumber + node.line - 1 }

  fileprivate func number(ofEndOf node: CMarkNode) -> Int { firstNumber + node.endLine - 1 }

  /// Whether a line begins with `#`, as headings on one line do.
  fileprivate func isNumberSign(_ number: Int) -> Bool {
    content(of: number).first { !$0.isBlank } == UInt8(ascii: "#")
  }

  /// Returns the number of the line of `=` or `-` that ends the heading which begins on a line.
  fileprivate func underline(below first: Int) -> Int {
    var number = first + 1
    while number < endNumber {
      let line = content(of: number).drop(while: \.isBlank)
      if let byte = line.first, "=-".utf8.contains(byte),
        line.drop(while: { $0 == byte }).allSatisfy(\.isBlank)
      {
        return number
      }
      number += 1
    }
    return first
  }

  /// Whether the last line of a code block closes it: a run of the fence's character, which in lists and
  /// quotations stands behind their blanks and marks.
  fileprivate func isFence(
    _ number: Int, of character: UInt8, atLeast length: Int, isTopLevel: Bool
  ) -> Bool {
    let line = content(of: number)
    let rest = line.drop { $0 == UInt8(ascii: " ") || !isTopLevel && ">\t".utf8.contains($0) }
    if isTopLevel, line.count - rest.count > 3 { return false }
    let run = rest.prefix { $0 == character }
    return run.count >= length && rest[run.endIndex...].allSatisfy(\.isBlank)
  }
}
