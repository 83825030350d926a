import GitModel
import Plans
import WorkTree

/// Mends what takes no judgement: documents in place, and the registries that list them.
struct LintMending {
  private let linter: Linter
  private let fixer: DocumentFixer
  private var writes: [(path: RepositoryPath, bytes: [UInt8], old: [UInt8]?)] = []
  /// The findings that are mended.
  private(set) var fixed: [Finding] = []

  init(_ session: Session, _ linter: Linter) {
    self.linter = linter
    fixer = DocumentFixer(linter, layout: session.layout)
  }

  /// Mends the files that are selected, and has the gatherer see them as if they were written.
  mutating func mend(_ gatherer: inout LintGatherer, _ selection: LintSelection) throws {
    let wereCurrent = Set(gatherer.registries.filter(\.isCurrent).map(\.path))
    var changed: [RepositoryPath: [UInt8]] = [:]
    for document in gatherer.sources where selection.contains(document.path) {
      let result = fixer.fixed(document)
      if result.fixed.isEmpty { continue }
      fixed += result.fixed
      changed[document.path] = result.document.bytes
      writes.append((document.path, result.document.bytes, document.bytes))
    }
    try gatherer.replace(changed)
    for registry in gatherer.registries where registry.isOutdated {
      // The rule may be off.
      let findings = linter.findings(among: PlanTree(documents: [], registries: [registry]))
      let isAsked = !findings.isEmpty && selection.contains(registry.path)
      // One that nobody asked about is written only where the mended documents made it out of date.
      guard let bytes = registry.expected, isAsked || wereCurrent.contains(registry.path) else {
        continue
      }
      if !wereCurrent.contains(registry.path) { fixed += findings }
      writes.append((registry.path, bytes, registry.current))
      gatherer.replace(registry: registry.path, with: bytes)
    }
  }

  /// Writes the mended files, all or none.
  func write(_ lock: WorkTreeLock) throws(FileError) {
    var transaction = lock.transaction()
    for (path, bytes, old) in writes {
      try transaction.write(bytes, to: path, isNew: old == nil, expecting: old)
    }
    try transaction.commit()
  }
}
