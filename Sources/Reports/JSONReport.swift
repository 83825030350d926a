package import JSON

/// The frame of every JSON report.
package enum JSONReport {
  /// Returns one object with the schema's number first, and a final line end.
  package static func render(_ members: [JSONMember]) -> String {
    JSONRenderer().render(.object([JSONMember("schema", 1)] + members)) + "\n"
  }
}
