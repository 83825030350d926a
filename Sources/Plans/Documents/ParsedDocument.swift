package import GitModel
package import Markdown
package import YAML

/// The bytes of a document, parsed once: plans, milestones, registry entries and lint findings are all
/// read from it.
package struct ParsedDocument: Hashable, Sendable {
  package let path: RepositoryPath
  package let bytes: [UInt8]
  /// What the path says, `nil` for a path outside of every folder of plans.
  package let place: PlanPathKind?
  package let format: DocumentFormat
  /// Whether the path lies in a folder of finished plans, or of finished milestones.
  package let isFiledAway: Bool
  /// The front matter, `nil` where there is none that can be read.
  package let frontMatter: FrontMatterDocument?
  /// Why there is no front matter; `nil` also where none is expected.
  package let failure: FrontMatterError?
  /// The headings and checkboxes of the body.
  package let outline: MarkdownOutline

  /// Parses a document. One that owes the format nothing may begin with dashes that are a mere rule across
  /// the page, and need not begin with front matter.
  package init(path: RepositoryPath, bytes: [UInt8], layout: PlanLayout = .standard) {
    self.path = path
    self.bytes = bytes
    place = layout.classify(path)
    switch place {
    case .milestone(_, _, let folder)?:
      format = .milestone
      // The location is the folder right below `milestones`.
      isFiledAway = path.components[folder.components.count + 1] != "active"
    default:
      format = layout.isStrict(path) ? .plan : .free
      isFiledAway = layout.isFiledAway(path)
    }
    outline = PlanBody.outline(of: bytes)
    if format == .free, case .found(let found) = FrontMatter.search(bytes), !found.isFirst {
      frontMatter = nil
      failure = nil
      return
    }
    do throws(FrontMatterError) {
      frontMatter = try FrontMatterDocument(bytes)
      failure = nil
    } catch {
      frontMatter = nil
      if case .invalid = error { failure = error } else { failure = format == .free ? nil : error }
    }
  }

  /// Returns the value of a front matter's key, `nil` where the key is missing.
  package subscript(_ key: String) -> YAMLNode? { frontMatter?[key] }

  /// The 1-based line where the front matter begins, 1 where there is none.
  package var frontMatterLine: Int { frontMatter.map { max(1, $0.frontMatter.yamlLine - 1) } ?? 1 }
}
