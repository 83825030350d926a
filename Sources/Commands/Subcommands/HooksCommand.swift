import ArgumentParser
import Reports

/// Installs the hooks and takes them away.
struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Install, remove or inspect the git hooks",
    subcommands: [Install.self, Uninstall.self, Status.self])

  struct Install: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Install commit-msg and prepare-commit-msg, or the hook of a server",
      discussion: """
        A hook that is there already is kept and runs first.

        Examples:
          git execplan hooks install --pre-push
          git execplan -C /srv/git/shop.git hooks install --server
        """)

    @Flag(help: "Install pre-push too, which warns of commits that a server or CI would refuse.")
    var prePush = false

    @Flag(help: "Install pre-receive alone, which refuses such commits where pushes arrive.")
    var server = false

    @Flag(help: "With --server: install update, which refuses each reference by itself.")
    var perRef = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if server, prePush {
        throw ValidationError("--pre-push is for clones, --server is for servers.")
      }
      if perRef, !server { throw ValidationError("--per-ref goes with --server.") }
    }

    func run(in session: Session) throws {
      let installer = try HookInstaller(session)
      let program = ProgramLocation.find(session.environment.variables)
      var managed = ManagedHooks()
      for hook in try hooks(HookSelection(installer)) {
        let script = HookInstaller.script(hook.bytes, program: program)
        let state = try installer.state(of: hook.name, script: script)
        if let manager = try installer.manager(of: hook.name), state == .foreign {
          managed.add(hook.name, of: manager)
          continue
        }
        let isChanged = try installer.install(hook.name, script: script)
        let chain = installer.isChained(hook.name) ? ", after the hook that was there" : ""
        session.note(
          "\(hook.name) \(isChanged ? "installed" : "was installed already")\(chain)")
      }
      try managed.refuse(session)
    }

    private func hooks(_ selection: HookSelection) throws -> [HookSelection.Hook] {
      if server { return [selection.hook(perRef ? .update : .preReceive)] }
      if prePush { return selection.forMessages + [selection.hook(.prePush)] }
      // Whoever installs again gets the hooks of this version.
      return selection.forMessages + (try selection.installedForPushes)
    }
  }

  struct Uninstall: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove the hooks and put back what was there before")
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let installer = try HookInstaller(session)
      for hook in try HookSelection(installer).expected {
        let isRemoved = try installer.uninstall(hook.name)
        session.note("\(hook.name) \(isRemoved ? "removed" : "was not installed")")
      }
    }
  }

  struct Status: Subcommand {
    static let configuration = CommandConfiguration(abstract: "Say which hooks are installed")
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) throws {
      let installer = try HookInstaller(session)
      let program = ProgramLocation.find(session.environment.variables)
      let report = HooksReport(
        try HookSelection(installer).expected.map {
          try installer.standing(of: $0, program: program)
        })
      session.write(json ? report.json() : report.text())
      if !report.isFine { throw FindingsExit() }
    }
  }
}
