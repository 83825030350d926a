import ArgumentParser
import GitModel
import GitStore
import JSON
import Plans
import Reports
import WorkTree

/// Sets a repository up for plans.
struct InitCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Set up .agent/ with PLANS.md, templates and the registry, and the merge drivers",
    discussion: """
      Files that exist already stay as they are; running it again changes nothing. The merge \
      drivers are part of git's configuration, so run it once in each clone.
      """)

  @Flag(help: "Replace PLANS.md and the templates, also where somebody changed them.")
  var force = false

  @Flag(help: "Write nothing; say what would change.")
  var dryRun = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let files = try session.workFiles()
    let lock = try session.lockPlans()
    let home = PlanHome(session.layout, files: files)
    var scaffold = Scaffold(in: files, lock.transaction())
    for (name, bytes) in InstalledFiles.templates {
      guard let path = home.agentFolder.appending(name) else { continue }
      try scaffold.add(bytes, at: path, isForced: force)
    }
    try scaffold.addRegistry(of: home.root, session)
    let drivers = MergeDriverSetup(
      roots: session.layout.roots.filter { $0 == home.root || files.exists($0) },
      program: ProgramLocation.find(session.environment.variables))
    try scaffold.addAttributes(drivers.rules)
    let present = session.repository.configuration
    let settings = drivers.configuration.filter { key, value in
      present.strings(key, in: [.local]) != [value]
    }
    if !dryRun {
      try scaffold.transaction.commit()
      for (key, value) in settings { try session.repository.setConfiguration(key, to: value) }
    }
    report(scaffold, settings.map(\.key), home: home, to: session)
  }

  private func report(
    _ scaffold: Scaffold, _ settings: [String], home: PlanHome, to session: Session
  ) {
    let isDone = scaffold.transaction.isEmpty && settings.isEmpty
    if json {
      let lists = [
        ("created", scaffold.created), ("updated", scaffold.updated), ("kept", scaffold.kept),
      ].map { JSONMember($0, JSONValue($1.map(\.description))) }
      session.write(
        JSONReport.render(
          lists + [
            JSONMember("configured", JSONValue(settings)),
            JSONMember("written", .boolean(!dryRun && !isDone)),
          ]))
      return
    }
    let verbs =
      dryRun ? ("would create", "would update", "would set") : ("created", "updated", "set")
    for path in scaffold.created { session.write("\(verbs.0) \(path)\n") }
    for path in scaffold.updated { session.write("\(verbs.1) \(path)\n") }
    for key in settings { session.write("\(verbs.2) \(key)\n") }
    for path in scaffold.differing {
      session.note("kept \(path), which differs from this version's; --force replaces it")
    }
    if isDone {
      session.note("nothing to do: \(home.agentFolder) is set up")
    } else if !dryRun, !scaffold.created.isEmpty {
      session.note("next: 'git execplan hooks install', then 'git execplan new \"<title>\"'")
    }
  }
}
