package import GitModel

/// What a plan document says of itself at the least: which plan it is, and its status.
package struct PlanRecord: Hashable, Sendable {
  package let key: PlanKey
  /// `nil` where the document records none or a word that the format does not know.
  package let status: PlanStatus?

  /// Reads the front matter of a document. Its body is not looked at, unlike by `PlanDocument`, which comes to
  /// the same key and status.
  package init(path: RepositoryPath, bytes: [UInt8], layout: PlanLayout = .standard) {
    var frontMatter: FrontMatterDocument?
    if layout.isStrict(path) {
      frontMatter = try? FrontMatterDocument(bytes)
    } else if case .found(let found) = FrontMatter.search(bytes), found.isFirst {
      // Dashes may be a rule across the page there.
      frontMatter = try? FrontMatterDocument(bytes)
    }
    let id =
      frontMatter?.text("id").flatMap { PlanID($0) } ?? PlanLayout.planID(ofFile: path.name)
    key = id.map(PlanKey.id) ?? .path(path)
    status = frontMatter?.text("status").flatMap(PlanStatus.init)
  }
}
