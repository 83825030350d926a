import CLibyaml

/// Reads YAML through libyaml's events, into nodes that know their bytes.
///
/// Safe on hostile input: sizes are limited, aliases are refused, and no scalar is converted.
package enum YAMLParser {
  /// Returns the root node of a text that holds one document, `nil` for a text without any.
  ///
  /// Marks refer to the indices of `bytes`; `firstLine` is the 1-based line of its first byte, which
  /// must start a line. The corresponding C function is `yaml_parser_parse`.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, firstLine: Int = 1, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> YAMLNode? {
    guard bytes.count <= limits.bytes else {
      throw YAMLError(
        line: firstLine, column: 1,
        message: "\(bytes.count) bytes are more than the \(limits.bytes) that are read")
    }
    let text = try YAMLText(bytes, firstLine: firstLine)
    var composer = YAMLComposer(text: text, limits: limits)
    // A result instead of typed throws, which the closure of `withUnsafeBufferPointer` cannot express.
    let result: Result<YAMLNode?, YAMLError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(YAMLError) {
        return .success(try parse(buffer, text: text, into: &composer))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func parse(
    _ buffer: UnsafeBufferPointer<UInt8>, text: YAMLText, into composer: inout YAMLComposer
  ) throws(YAMLError) -> YAMLNode? {
    // libyaml keeps pointers into the parser, so that it needs a fixed address. It is deleted and freed
    // on every path out of this function; the input outlives it, since it belongs to the caller.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw YAMLError(at: text.mark(0), "out of memory")
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)

    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else {
        throw problem(of: parser, in: text)
      }
      // The event owns its strings. They are copied by the composer before this deletes them.
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT { return composer.root }
      try composer.take(event)
    }
  }

  /// Returns the error that a failed parser describes.
  private static func problem(
    of parser: UnsafeMutablePointer<yaml_parser_t>, in text: YAMLText
  ) -> YAMLError {
    let mark = text.mark(parser.pointee.problem_mark.index)
    guard let problem = parser.pointee.problem else { return YAMLError(at: mark, "cannot be read") }
    return YAMLError(at: mark, plainWords(String(cString: problem)))
  }

  /// Returns libyaml's description of a problem in words for people who write front matter.
  private static func plainWords(_ problem: String) -> String {
    switch problem {
    case "found character that cannot start any token":
      "this character cannot start a value; put the value in quotes"
    case "mapping values are not allowed in this context":
      "a colon is not allowed here; put the value in quotes"
    case "found unexpected ':'": "a blank is missing behind this colon"
    case "could not find expected ':'": "a key without a colon"
    case "did not find expected key": "a key was expected here; check indentation and quotes"
    case "did not find expected '-' indicator": "an item starting with '-' was expected here"
    case "did not find expected ',' or ']'": "the list in brackets lacks a ',' or its ']'"
    case "did not find expected ',' or '}'": "the map in braces lacks a ',' or its '}'"
    case "found unexpected end of stream": "the value ends nowhere; a closing quote is missing"
    case "did not find expected <document start>": "text follows the end of the front matter's map"
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      "a tab is used for indentation; use spaces"
    case "exceeded maximum depth", "exceeded maximum nesting level": "the nesting is too deep"
    default: problem
    }
  }
}
