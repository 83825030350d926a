import Correlation
import GitModel
import GitStore
import Plans
import Reports
import SystemPackage
import WorkTree

/// Looks at how everything is set up, and collects what is wrong.
struct Diagnosis {
  private let session: Session
  private var report: DoctorReport
  private var configuration: Configuration { session.repository.configuration }

  init(_ session: Session) throws {
    self.session = session
    let repository = session.repository
    let git = try? GitProgram(environment: session.environment.variables)
      .run(["--version"], in: session.directory)
    let catalog = try PlanCatalog(session)
    let path = ProgramLocation.find(session.environment.variables)
    report = DoctorReport(
      program: DoctorReport.Program(
        version: Program.version,
        path: path?.string, hookVersion: path.flatMap { Self.versionOfHook(beside: $0, session) },
        git: git?.output.split(separator: "\n").first.map(String.init)),
      place: DoctorReport.Place(
        path: (repository.workTree ?? repository.gitDirectory).string,
        isBare: repository.workTree == nil, isShallow: repository.isShallow),
      plans: Self.plans(session, catalog))
  }

  private static func versionOfHook(beside program: FilePath, _ session: Session) -> String? {
    let path = FilePath(program.string + "-hook")
    let outcome = try? ChildProgram(at: path, environment: session.environment.variables)
      .run(["--version"], in: session.directory)
    guard let outcome, outcome.succeeded else { return nil }
    return outcome.output.split(separator: "\n").first.map(String.init)
  }

  /// Returns everything together.
  mutating func made() throws -> DoctorReport {
    addTarget()
    addSettings()
    addMergeDrivers()
    addHooks()
    addNextCommit()
    complainOfRepository()
    return report
  }

  private static func plans(_ session: Session, _ catalog: PlanCatalog) -> DoctorReport.Plans {
    let layout = session.layout
    let paths = catalog.documents.map(\.path)
    let folders = (layout.roots + layout.documentRoots).filter { folder in
      paths.contains { $0.isInside(folder) }
    }
    let broken = Set(
      catalog.documents.flatMap(\.findings).filter { $0.severity == .error }.map(\.path))
    return DoctorReport.Plans(
      folders: folders.map(\.description), count: catalog.plans.count, broken: broken.count)
  }

  private mutating func complain(_ error: any Error) {
    let explained = CommandError.explaining(error)
    report.complaints.append(
      DoctorReport.Complaint(isError: true, explained.message, hint: explained.hint))
  }

  private mutating func complain(_ message: String, hint: String?, isError: Bool = false) {
    report.complaints.append(DoctorReport.Complaint(isError: isError, message, hint: hint))
  }
}

// MARK: - Topics

extension Diagnosis {
  private mutating func addTarget() {
    do {
      let repository = session.repository
      let resolver = TargetResolver(
        repository: repository, branches: try repository.branches(), head: try repository.head())
      let git = GitProgram(environment: session.environment.variables)
      let directory = session.directory
      // Only one branch is asked for, if any: git answers sooner than history is read.
      let target = try resolver.resolve(requested: nil) { one, other throws(GitError) in
        try git.isAncestor(one, of: other, in: directory)
      }
      guard let target else {
        complain(
          "there is no branch for work to land on",
          hint: "run 'git config execplan.target <branch>' to name one")
        return
      }
      let isConfigured = !configuration.strings("execplan.target").isEmpty
      report.target = (target.shorthand, isConfigured ? "execplan.target" : "default")
    } catch {
      complain(error)
    }
  }

  private mutating func addSettings() {
    var unknown: Set<String> = []
    do { unknown = try KnownSettings.unknown(in: configuration) } catch { complain(error) }
    report.settings = KnownSettings.entries(in: configuration).map { entry in
      DoctorReport.Setting(
        key: KnownSettings.spelled(entry.key), value: entry.value ?? "true",
        scope: "\(entry.scope)", isKnown: !unknown.contains(entry.key))
    }
    for key in unknown.sorted() {
      complain(
        "git config \(key) is no setting of this version",
        hint: "see docs/configuration.md for all settings, and mend or unset it")
    }
    for check in SettingCheck.all {
      do { try check(session) } catch { complain(error) }
    }
  }

  private mutating func addMergeDrivers() {
    let setup = MergeDriverSetup(roots: [], program: nil)
    let missing = setup.configuration.map(\.key).filter { configuration.string($0) == nil }
    report.mergesByDrivers = missing.isEmpty
    if !missing.isEmpty, report.plans.count > 0, !report.place.isBare {
      complain(
        "git merges plans and the registry line by line in this clone",
        hint: "run 'git execplan init' to set up the merge drivers")
    }
  }

  private mutating func addHooks() {
    do {
      let installer = try HookInstaller(session)
      let own = ProgramLocation.find(session.environment.variables)
      report.hookFolder = installer.folder.string
      let selection = HookSelection(installer)
      let hooks = try report.place.isBare ? selection.installedForPushes : selection.expected
      for hook in hooks {
        add(try installer.standing(of: hook, program: own))
      }
    } catch {
      complain(error)
    }
  }

  private mutating func add(_ hook: HookStanding) {
    report.hooks.append(hook)
    let name = hook.name
    let install = "run 'git execplan hooks install'"
    switch hook.state {
    case .installed, .managed: break
    case .missing: complain("the hook \(name) is not installed", hint: install)
    case .foreign:
      complain("the hook \(name) is another program's and does not call this one", hint: install)
    case .notExecutable:
      complain(
        "git passes over the hook \(name), which is not executable", hint: install, isError: true)
    case .outdated:
      complain("the hook \(name) is of another version or calls another program", hint: install)
    }
    if let program = hook.program, FileStatus(of: FilePath(program))?.isExecutable != true {
      complain(
        "the hook \(name) calls \(program), which is not there",
        hint: install, isError: session.environment.variables["PATH"] == nil)
    }
  }

  private mutating func addNextCommit() {
    if report.place.isBare { return }
    let hooks = report.hooks.filter(\.state.isRunning).map(\.name)
    do {
      report.nextCommit = try NextCommit(session, hooks: Set(hooks)).made()
    } catch {
      complain(error)
    }
  }

  private mutating func complainOfRepository() {
    if let version = report.program.hookVersion, version != report.program.version {
      complain(
        "git-execplan-hook is of version \(version), and git-execplan of \(report.program.version)",
        hint: "install both programs of one version", isError: true)
    }
    if report.program.git == nil {
      complain("there is no git on the PATH", hint: "install git", isError: true)
    }
    if report.place.isShallow {
      complain(
        "the clone is shallow: what lies beyond its border is not known",
        hint: "run 'git fetch --unshallow'")
    }
    if report.plans.count == 0 {
      complain(
        "there are no plans", hint: "run 'git execplan init', then 'git execplan new \"<title>\"'")
    }
    if report.plans.broken > 0 {
      let count = report.plans.broken
      complain(
        count == 1 ? "a document breaks the format" : "\(count) documents break the format",
        hint: "run 'git execplan lint' to see where", isError: true)
    }
    if session.files != nil,
      WorkTreeLock.isPending(
        in: session.repository.gitDirectory, locking: session.repository.commonDirectory)
    {
      complain(
        "an interrupted command has left plans half-written",
        hint: "run 'git execplan registry update' to finish it", isError: true)
    }
  }
}
