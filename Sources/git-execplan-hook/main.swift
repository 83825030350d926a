import GitFiles
import QuickHooks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// 0: the hook is done, and the commit may go on. 3: nothing has been done, and git-execplan has to be asked.
// It says nothing: what a person has to read, that program says.
let words = Array(CommandLine.arguments.dropFirst())
if words == ["--version"] {
  print(QuickHook.version)
  exit(0)
}
guard let directory = ProcessEnvironment.directory,
  QuickHook(in: directory, variables: ProcessEnvironment.variables)
    .isDone(words)
else { exit(3) }
exit(0)
