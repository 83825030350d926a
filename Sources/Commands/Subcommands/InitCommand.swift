import ArgumentParser
import GitModel
import JSON
import Plans
import Reports
import WorkTree

/// Sets a repository up for plans.
struct InitCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Set up .agent/ with PLANS.md, templates and the registry",
    discussion: "Files that exist already stay as they are; running it again changes nothing.")

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    let files = try session.workFiles()
    let home = PlanHome(session.layout, files: files)
    var transaction = FileTransaction(in: files)
    var created: [RepositoryPath] = []
    for (name, bytes) in InstalledFiles.templates {
      guard let path = home.agentFolder.appending(name), !files.exists(path) else { continue }
      try transaction.write(bytes, to: path, isNew: true)
      created.append(path)
    }
    if let registry = home.root.appending(Registry.fileName), !files.exists(registry) {
      let catalog = try PlanCatalog(files: files, layout: session.layout)
      let documents = catalog.documents.filter { $0.path.isInside(home.root) }
      let result = Registry.build(documents)
      if let bytes = result.bytes {
        try transaction.write(bytes, to: registry, isNew: true)
        created.append(registry)
      } else {
        DocumentProblems(catalog).warn(session)
      }
    }
    try transaction.commit()
    if json {
      session.write(
        JSONReport.render([JSONMember("created", JSONValue(created.map(\.description)))]))
      return
    }
    for path in created { session.write("created \(path)\n") }
    if created.isEmpty {
      session.note("nothing to do: \(home.agentFolder) is set up")
    } else {
      session.note(
        "next: 'git execplan hooks install', then 'git execplan new \"<title>\"'")
    }
  }
}
