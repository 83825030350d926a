import ArgumentParser

/// What the registry commands share.
struct RegistryOptions: ParsableArguments {
  @Flag(help: "Exit with 1 where there are warnings.")
  var failOnWarn = false
}
