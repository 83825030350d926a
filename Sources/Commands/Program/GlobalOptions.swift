import ArgumentParser

/// The options of every command.
struct GlobalOptions: ParsableArguments {
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(
    name: .customShort("C"), help: ArgumentHelp("Run as if started in <path>.", valueName: "path"))
  var directory: String?

  @Option(name: .customLong("color"), help: "When to use colours.")
  var colour: Colour = .auto

  @Flag(name: [.short, .long], help: "Print nothing but data and errors.")
  var quiet = false

  /// The options that may also stand before the command's name, as git has them; with a value or not.
  static let leading: [String: Bool] = ["-C": true, "--color": true, "-q": false, "--quiet": false]
}
