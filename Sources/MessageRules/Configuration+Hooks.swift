package import GitModel

extension Configuration {
  /// Whether the hooks look at messages at all.
  package var runsHooks: Bool {
    get throws(ConfigurationError) { try boolean("execplan.hook") ?? true }
  }

  /// Whether the hooks add trailers to messages.
  package var insertsTrailers: Bool {
    get throws(ConfigurationError) { try boolean("execplan.insert") ?? true }
  }
}
