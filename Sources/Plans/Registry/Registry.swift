package import JSON

/// The file that lists the plans of one root, `registry.json`.
package enum Registry {
  /// The file's name below the root of the plans.
  package static let fileName = "registry.json"

  /// Everything there is to know of a root's plans: the file's bytes and what is wrong.
  package struct Result: Hashable, Sendable {
    /// The new file, `nil` where a document has errors: then nothing is to be written.
    package var bytes: [UInt8]?
    /// By path and place.
    package var findings: [Finding]
  }

  /// Asks the rules that decide about a registry.
  static let linter = Linter(.registry)

  /// Makes the registry of the documents of one root.
  package static func build(_ documents: [PlanDocument.ReadResult]) -> Result {
    let findings = linter.findings(in: PlanTree(documents: documents))
    let hasErrors = findings.contains { $0.severity == .error }
    return Result(
      bytes: hasErrors ? nil : render(documents.compactMap(\.entry)), findings: findings)
  }

  /// Returns what is wrong between the plans of one root and their milestones. agentrules does not look at
  /// that, so that these are warnings.
  package static func milestoneFindings(
    _ milestones: [MilestoneDocument.ReadResult], of documents: [PlanDocument.ReadResult],
    layout: PlanLayout
  ) -> [Finding] {
    Linter(.milestones).findings(
      in: PlanTree(layout: layout, documents: documents, milestones: milestones))
  }

  /// Returns a finding for each registry that is missing or not what it should be.
  package static func outdated(_ registries: [PlanTree.RegistryFile]) -> [Finding] {
    RegistryOutdated().findings(in: PlanTree(documents: [], registries: registries))
  }

  /// Returns the registry as bytes: those that agentrules 4.3.0 writes for the same plans.
  package static func render(_ entries: [RegistryEntry]) -> [UInt8] { render(json(entries)) }

  static func render(_ registry: JSONValue) -> [UInt8] {
    let renderer = JSONRenderer(layout: .pretty, sortsKeys: true, escapesNonASCII: true)
    return Array((renderer.render(registry) + "\n").utf8)
  }

  /// Returns the registry as a value, the plans in the order of their IDs.
  package static func json(_ entries: [RegistryEntry]) -> JSONValue {
    let plans = entries.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
    return ["schema_version": 1, "plans": .array(plans.map(\.json))]
  }
}
