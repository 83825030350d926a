import YAML

/// Makes the three versions of a document say the same wherever the keys of their front matter can be merged
/// one by one, so that a merge of their lines finds nothing to quarrel about there.
///
/// Comments, the order of keys and the body are left to the merge of lines.
package struct FrontMatterMerge {
  typealias Value = FieldValue<FrontMatterChange.Value>

  /// The keys that both sides changed in ways that do not go together.
  package private(set) var conflicts: [String] = []
  private var versions: MergeVersions
  private var merged: [(key: FrontMatterKey, value: Value)] = []

  package var base: [UInt8] { versions.base }
  package var ours: [UInt8] { versions.ours }
  package var theirs: [UInt8] { versions.theirs }

  /// Merges what can be merged; `nil` where the front matter of a version cannot be read.
  ///
  /// - Parameter base: What both sides come from; empty where they have nothing in common.
  package init?(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    versions = MergeVersions(base: base, ours: ours, theirs: theirs)
    guard ![base, ours, theirs].contains(where: { $0.contains(0) }),
      let our = try? FrontMatterDocument(ours), let their = try? FrontMatterDocument(theirs)
    else { return nil }
    var root: YAMLNode?
    if !base.isEmpty {
      guard let document = try? FrontMatterDocument(base) else { return nil }
      root = document.root
    }
    merge(Nodes(base: root, ours: our.root, theirs: their.root), in: nil)
  }

  /// Says whether the values that were to come out stand in a merged document.
  package func accepts(_ bytes: [UInt8]) -> Bool {
    guard let document = try? FrontMatterDocument(bytes) else { return false }
    return merged.allSatisfy { key, value in
      Value(document.value(of: key), of: key, isList: value.isList) == value
    }
  }

  /// What one key holds in the three versions.
  private struct Nodes {
    let base: YAMLNode?
    let ours: YAMLNode?
    let theirs: YAMLNode?

    subscript(_ key: String) -> Nodes {
      Nodes(
        base: base?.pair(key)?.value, ours: ours?.pair(key)?.value, theirs: theirs?.pair(key)?.value
      )
    }

    /// The keys of the maps, each once.
    var keys: [String] {
      var seen: Set<String> = []
      return [ours, theirs, base].flatMap { $0?.pairs ?? [] }.compactMap(\.key.text)
        .filter { seen.insert($0).inserted }
    }

    /// Whether both sides hold a map, so that its keys can be merged one by one.
    var areMaps: Bool { ours?.pairs != nil && theirs?.pairs != nil }

    /// Whether a version holds a list.
    var haveList: Bool { [base, ours, theirs].contains { $0?.items != nil } }
  }

  private mutating func merge(_ nodes: Nodes, in map: String?) {
    for key in nodes.keys {
      if map == nil, nodes[key].areMaps {
        merge(nodes[key], in: key)
      } else {
        merge(nodes[key], of: FrontMatterKey(key, in: map))
      }
    }
  }

  private mutating func merge(_ nodes: Nodes, of key: FrontMatterKey) {
    let isList = nodes.haveList || key.map == nil && Vocabulary.listKeys.contains(key.key)
    let values = MergeVersions.Values(
      base: Value(nodes.base, of: key, isList: isList),
      ours: Value(nodes.ours, of: key, isList: isList),
      theirs: Value(nodes.theirs, of: key, isList: isList))
    if values.base == values.ours, values.base == values.theirs { return }
    guard
      let value = FieldMerge.merge(
        base: values.base, ours: values.ours, theirs: values.theirs,
        by: FieldMerge.rule(for: key.key, in: key.map))
    else {
      conflicts.append(key.name)
      return
    }
    // What cannot be edited is left to the merge of lines.
    if versions.put(value, at: key, instead: values) { merged.append((key, value)) }
  }
}

extension FrontMatterMerge.Value {
  /// Creates the value of a node.
  ///
  /// - Parameter isList: Whether the key is known to hold a list, so that one word is a list of one.
  init(_ node: YAMLNode?, of key: FrontMatterKey, isList: Bool) {
    guard let node else {
      self = isList ? Self(words: []) : Self(.missing, .nothing)
      return
    }
    if isList, node.pairs == nil, node.items?.allSatisfy({ $0.text != nil }) != false {
      self.init(words: node.wordList.map(\.text))
      return
    }
    guard let text = node.text, node.tag == nil, !node.isAnchored else {
      self.init(.other(node.pythonText), nil)
      return
    }
    let flag = Vocabulary.flagKeys.contains(key.key) ? node.flag : nil
    let source: FrontMatterChange.Value =
      switch node.resolution.kind {
      case .text, .timestamp: .text(text)
      case .null: .plain(text.isEmpty ? "null" : text)
      case .boolean, .integer, .float, .collection: .plain(text)
      }
    self.init(.word(flag.map(String.init) ?? node.pythonText.trimmed), source)
  }
}

extension FrontMatterChange.Value: FieldSource {
  init(word: String) { self = .text(word) }
  init(words: [String]) { self = .list(.words(words)) }
}
