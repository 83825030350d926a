import CLibcmark

extension MarkdownOutline {
  /// Reads the outline of a Markdown text. A text that is nothing but one block fenced as `md` is read
  /// inside of that fence. `firstLine` is the line that the text's first line counts as.
  ///
  /// The corresponding C function is `cmark_parser_feed`.
  package init(of bytes: ArraySlice<UInt8>, firstLine: Int = 1) {
    self.init(of: bytes, firstLine: firstLine, looksIntoEnvelope: true)
  }

  private init(of bytes: ArraySlice<UInt8>, firstLine: Int, looksIntoEnvelope: Bool) {
    self.init()
    guard let document = CMarkDocument(bytes) else { return }
    let blocks = document.root.children
    if looksIntoEnvelope, blocks.count == 1, let block = blocks.first, block.isCodeBlock,
      ["md", "markdown"].contains(block.fenceLanguage)
    {
      let line = firstLine + block.line - 1
      self = MarkdownOutline(
        of: Array(block.literal.utf8)[...], firstLine: line + 1, looksIntoEnvelope: false)
      envelopeLine = line
      return
    }
    var path: [Heading] = []
    for block in blocks {
      if let level = block.headingLevel {
        let heading = Heading(level: level, text: block.plainText, line: firstLine + block.line - 1)
        headings.append(heading)
        path.removeAll { $0.level >= level }
        path.append(heading)
      } else {
        collect(below: block, under: path, firstLine: firstLine)
      }
    }
  }

  /// Adds the checkboxes, code blocks and tables of a block and of all that it holds.
  private mutating func collect(below block: CMarkNode, under path: [Heading], firstLine: Int) {
    for node in block.descendantBlocks {
      let line = firstLine + node.line - 1
      if let isTicked = node.isTickedTask {
        tasks.append(Task(isTicked: isTicked, line: line, headings: path))
      } else if node.isFencedCodeBlock {
        fences.append(Fence(language: node.fenceLanguage, line: line))
      } else if node.isTable {
        tableLines.append(line)
      }
    }
  }
}
