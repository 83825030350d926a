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
    guard let pointer = getcwd(nil, 0) else { return nil }
    defer { free(pointer) }
    return CommandEnvironment(
      variables: processVariables(), directory: FilePath(String(cString: pointer)),
      output: OutputStream(.standardOutput), errors: OutputStream(.standardError),
      calendar: { [now = time(nil)] in localDate(at: now) })
  }

  /// Today in the local time zone.
  package var today: CalendarDate { calendar() }

  private static func processVariables() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let line = entry.pointee {
      // Bytes are compared, not characters: this runs at every start.
      if let equals = strchr(line, CInt(UInt8(ascii: "="))) {
        let name = UnsafeRawBufferPointer(start: line, count: equals - line)
        variables[String(decoding: name, as: UTF8.self)] = String(cString: equals + 1)
      }
      entry += 1
    }
    return variables
  }

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
