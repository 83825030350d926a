package import GitModel
import YAML

/// Gives a document of any kind the front matter of a plan, and keeps all that it has.
package struct Adoption: Hashable, Sendable {
  /// Before the name of a key whose value is not of the format: `legacy_id: 12`.
  package static let prefix = "legacy_"

  package var id: PlanID
  /// What keys of the format get that the document lacks.
  package var defaults: [String: String] = [:]
  /// What keys of the format get whatever the document has.
  package var overrides: [String: String] = [:]

  package init(id: PlanID) { self.id = id }

  /// Why a document cannot be adopted.
  package enum Failure: Error, Hashable, Sendable {
    /// It has an ID.
    case isPlan(PlanID)
    case notUTF8
    case edit(FrontMatterEditError)
    /// It breaks the format in a way that is not a matter of keys.
    case finding(Finding)

    /// What is wrong, lower case, without a final period.
    package var message: String {
      switch self {
      case .isPlan(let id): "it has the ID \(id)"
      case .notUTF8: "it is not valid UTF-8"
      case .edit(let error): error.message
      case .finding(let finding): "\(finding.message) (line \(finding.line))"
      }
    }
  }

  /// Returns the document as a plan.
  ///
  /// Keys stay as they are, byte for byte. A value that the format does not allow is kept under another key
  /// (`status: stable` as `legacy_status: stable`), and the key of the format gets what `defaults` say.
  ///
  /// - Parameters:
  ///   - bytes: The whole document.
  ///   - path: Where it will lie; below a root of the format its whole format is checked.
  package func applied(
    to bytes: [UInt8], path: RepositoryPath, layout: PlanLayout
  ) throws(Failure) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    let original = try editing { () throws(FrontMatterEditError) in try withFrontMatter(bytes) }
    var foreign = foreignID(in: original)
    // Each round finds keys that are to be out of the way, or is the last one.
    while true {
      let adopted = try editing { () throws(FrontMatterEditError) in
        var bytes = original
        for key in foreign {
          bytes = try FrontMatterEdit.renaming(key, to: Self.prefix + key, in: bytes)
        }
        return try addingKeys(to: bytes)
      }
      let findings = PlanDocument.read(path: path, bytes: adopted, layout: layout).findings
        .filter { $0.severity == .error }
      if findings.isEmpty { return adopted }
      let known = foreign
      for finding in findings {
        guard let key = Self.key(at: finding.line, in: adopted), Vocabulary.keys.contains(key),
          key != "id", overrides[key] == nil, !known.contains(key)
        else { throw .finding(finding) }
        if !foreign.contains(key) { foreign.append(key) }
      }
    }
  }

  private func editing(
    _ edit: () throws(FrontMatterEditError) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    do throws(FrontMatterEditError) { return try edit() } catch { throw .edit(error) }
  }

  /// Returns the key `id` where it holds another kind of ID.
  private func foreignID(in bytes: [UInt8]) -> [String] {
    guard let document = try? FrontMatterDocument(bytes), let node = document["id"],
      PlanID(node.pythonText.trimmed) != id
    else { return [] }
    return ["id"]
  }

  private func addingKeys(to bytes: [UInt8]) throws(FrontMatterEditError) -> [UInt8] {
    let document = try? FrontMatterDocument(bytes)
    var changes: [FrontMatterChange] = []
    for key in Vocabulary.keys {
      let value = key == "id" ? id.description : overrides[key]
      if let value {
        changes.append(FrontMatterChange(key, to: value))
      } else if document?[key] == nil, let value = defaults[key] {
        changes.append(FrontMatterChange(key, to: value))
      }
    }
    return try FrontMatterEdit.setting(changes, in: bytes)
  }

  /// Returns the document with front matter as its first bytes: its own, else an empty one. A byte order mark
  /// would come before them, and goes.
  private func withFrontMatter(_ document: [UInt8]) throws(FrontMatterEditError) -> [UInt8] {
    let bytes = Array(document.dropFirst(FrontMatter.byteOrderMarkLength(document)))
    if case .found(let found) = FrontMatter.search(bytes) {
      do throws(FrontMatterError) {
        _ = try FrontMatterDocument(bytes)
        if found.isFirst { return bytes }
        // Nothing but white space stands before it.
        return Array(bytes.drop { $0 != UInt8(ascii: "-") })
      } catch {
        // Dashes further down may be rules across the page; at the start they are meant as front matter.
        if found.isFirst { throw .unreadable(error) }
      }
    }
    let lineFeed = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let lineBreak = lineFeed > 0 && bytes[lineFeed - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    let startsBlank = bytes.first.map { "\r\n".utf8.contains($0) } ?? true
    let block = "---" + lineBreak + "---" + lineBreak + (startsBlank ? "" : lineBreak)
    return Array(block.utf8) + bytes
  }

  /// Returns the key of the front matter whose value a line holds.
  private static func key(at line: Int, in bytes: [UInt8]) -> String? {
    guard let document = try? FrontMatterDocument(bytes), let pairs = document.root?.pairs else {
      return nil
    }
    return pairs.last { $0.key.range.start.line <= line }?.key.text
  }
}
