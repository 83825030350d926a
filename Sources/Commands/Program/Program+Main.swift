import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Program {
  /// Runs the command that this process was started with, and ends the process.
  package static func main() -> Never {
    guard let environment = CommandEnvironment.ofProcess() else {
      OutputStream(.standardError).write(
        "error: the current folder cannot be read; it may have been removed\n")
      exit(ExitCode.failure.rawValue)
    }
    let code = run(CommandLine.arguments, in: environment)
    if environment.output.hasFailed {
      environment.errors.write("error: the output could not be written\n")
      exit(ExitCode.failure.rawValue)
    }
    exit(code)
  }
}
