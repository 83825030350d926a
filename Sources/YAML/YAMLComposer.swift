import CLibyaml

/// Builds nodes from the events of a parser, without recursion.
struct YAMLComposer {
  private let text: YAMLText
  private let limits: YAMLLimits
  /// The collections that are open, outermost first.
  private var open: [OpenCollection] = []
  private var nodeCount = 0
  /// The document's root node, once it is complete.
  private(set) var root: YAMLNode?
  private var hasDocument = false

  init(text: YAMLText, limits: YAMLLimits) {
    self.text = text
    self.limits = limits
  }

  /// A sequence or mapping whose end has not been seen.
  private struct OpenCollection {
    var isMapping: Bool
    var style: YAMLCollectionStyle
    var start: YAMLMark
    var tag: String?
    var isAnchored: Bool
    var items: [YAMLNode] = []
    var pairs: [YAMLPair] = []
    var keys: Set<String> = []
    /// The key that waits for its value.
    var key: YAMLNode?
  }

  /// Takes in the next event; nothing of it is kept but copies.
  mutating func take(_ event: yaml_event_t) throws(YAMLError) {
    let start = text.mark(event.start_mark.index)
    let end = text.mark(event.end_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      guard !hasDocument else { throw YAMLError(at: start, "a second document is not allowed") }
      hasDocument = true
    case YAML_ALIAS_EVENT:
      throw YAMLError(at: start, "aliases are not supported")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      try add(
        YAMLNode(
          content: .scalar(value, Self.style(scalar.style)),
          range: YAMLRange(start: start, end: end), tag: Self.string(scalar.tag),
          isAnchored: scalar.anchor != nil))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      try openCollection(
        OpenCollection(
          isMapping: false, style: sequence.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block,
          start: start, tag: Self.string(sequence.tag), isAnchored: sequence.anchor != nil))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      try openCollection(
        OpenCollection(
          isMapping: true, style: mapping.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block,
          start: start, tag: Self.string(mapping.tag), isAnchored: mapping.anchor != nil))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let collection = open.popLast() else { return }
      let content: YAMLNode.Content =
        collection.isMapping
        ? .mapping(collection.pairs, collection.style)
        : .sequence(collection.items, collection.style)
      try add(
        YAMLNode(
          content: content, range: YAMLRange(start: collection.start, end: end),
          tag: collection.tag, isAnchored: collection.isAnchored))
    default:
      break
    }
  }

  private mutating func openCollection(_ collection: OpenCollection) throws(YAMLError) {
    guard open.count < limits.depth else {
      throw YAMLError(at: collection.start, "the nesting is deeper than \(limits.depth) levels")
    }
    if let parent = open.last, parent.isMapping, parent.key == nil {
      throw YAMLError(
        at: collection.start, "a list or a map cannot be a key; put the value in quotes")
    }
    open.append(collection)
  }

  /// Adds a complete node to the innermost open collection.
  private mutating func add(_ node: YAMLNode) throws(YAMLError) {
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw YAMLError(at: node.range.start, "more than \(limits.nodes) values")
    }
    guard var parent = open.popLast() else {
      root = node
      return
    }
    if !parent.isMapping {
      parent.items.append(node)
    } else if let key = parent.key {
      parent.pairs.append(YAMLPair(key: key, value: node))
      parent.key = nil
    } else {
      let name = node.text ?? ""
      guard parent.keys.insert(name).inserted else {
        throw YAMLError(at: node.range.start, "the key '\(name)' appears twice")
      }
      parent.key = node
    }
    open.append(parent)
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// Returns a copy of a C string that an event owns.
  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
