import ArgumentParser
import Reports

/// Tells how everything is set up.
struct DoctorCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is installed, which settings decide, and what the next commit comes to",
    discussion: "Exits with 1 where something does not work.")

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) throws {
    var diagnosis = try Diagnosis(session)
    let report = try diagnosis.made()
    session.write(json ? report.json() : report.text(session.style))
    if report.hasErrors { throw FindingsExit() }
  }
}
