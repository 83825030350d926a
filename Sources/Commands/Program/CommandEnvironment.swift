import GitFiles
package import Plans
package import SystemPackage
package import WorkTree

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All that a command takes from the process it runs in.
package struct CommandEnvironment: Sendable {
  /// The environment variables.
  package var variables: [String: String]
  /// The current folder.
  package var directory: FilePath
  package var input = InputStream(.standardInput)
  package var output: OutputStream
  package var errors: OutputStream
  /// Tells the day of the start in the local time zone. Asked for only where it matters: reading the zone
  /// takes files.
  package var calendar: @Sendable () -> CalendarDate
  /// What carries out changes of files.
  package var disk = Disk.system

  /// The environment of the command that runs in this task.
  @TaskLocal static var current: CommandEnvironment?

  /// Creates the environment of this process.
  package static func ofProcess() -> CommandEnvironment? {
    guard let directory = ProcessEnvironment.directory else { return nil }
    return CommandEnvironment(
      variables: ProcessEnvironment.variables, directory: directory,
      output: OutputStream(.standardOutput), errors: OutputStream(.standardError),
      calendar: { [now = time(nil)] in localDate(at: now) })
  }

  /// Today in the local time zone.
  package var today: CalendarDate { calendar() }

  private static func localDate(at time: time_t) -> CalendarDate {
    var now = time
    var parts = tm()
    localtime_r(&now, &parts)
    let date = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    // A clock outside of the years 1 to 9999 leaves the first day.
    return date ?? CalendarDate.first
  }
}
