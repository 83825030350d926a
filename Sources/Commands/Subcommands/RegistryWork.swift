import GitModel
import Plans
import Reports
import WorkTree

/// Writing and checking registries.
struct RegistryWork {
  private let session: Session
  private let options: RegistryOptions
  /// The code that errors end with: agentrules has another one.
  private let errorExit: ExitCode

  init(_ session: Session, _ options: RegistryOptions, errorExit: ExitCode = .findings) {
    self.session = session
    self.options = options
    self.errorExit = errorExit
  }

  func write() throws {
    let lock = try session.lockPlans()
    let states = try states()
    let findings = states.flatMap(\.findings)
    report(findings)
    if findings.contains(where: { $0.severity == .error }) {
      throw CommandError(
        "registry not written, because documents break the format",
        hint: "mend the documents above, then run this again")
    }
    var transaction = lock.transaction()
    let registries = states.map(\.file)
    for registry in registries where registry.isOutdated {
      if let bytes = registry.expected { try transaction.write(bytes, to: registry.path) }
    }
    try transaction.commit()
    for registry in registries {
      session.note(
        (registry.isOutdated ? "wrote " : "up to date: ")
          + TerminalText.escaped(registry.path.description))
    }
    if options.failOnWarn, !findings.isEmpty { throw FindingsExit() }
  }

  func check(json: Bool) throws {
    let states = try states()
    let outdated = Registry.outdated(states.map(\.file))
    let findings = (states.flatMap(\.findings) + outdated).sorted()
    if json { session.write(FindingsReport(findings: findings).json()) } else { report(findings) }
    let hasErrors = findings.contains { $0.severity == .error }
    if hasErrors, errorExit == .failure {
      throw CommandError("documents break the format", exitCode: errorExit)
    }
    if hasErrors || options.failOnWarn && !findings.isEmpty { throw FindingsExit() }
    if findings.isEmpty, !json { session.note("no findings") }
  }

  private func states() throws -> [RegistryFiles.State] {
    let files = try session.workFiles()
    let catalog = try PlanCatalog(files: files, layout: session.layout)
    let states = try RegistryFiles(files: files, layout: session.layout).states(catalog)
    if states.isEmpty {
      throw CommandError(
        "there is no folder \(session.layout.roots[0])",
        hint: "run 'git execplan init' to make one")
    }
    return states
  }

  private func report(_ findings: [Finding]) {
    if !findings.isEmpty {
      session.write(FindingsReport(findings: findings).text(session.style, from: session.prefix))
    }
  }
}
