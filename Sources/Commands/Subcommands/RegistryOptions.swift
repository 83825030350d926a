internal import GitModel
internal import ArgumentParser
internal import Plans
internal import Reports
internal import WorkTree

/// What the registry commands share.
struct RegistryOptions: ParsableArguments {
  @Flag(help: "Exit with 1 where there are warnings.")
  var failOnWarn = false
}
