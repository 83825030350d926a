import GitModel
package import JSON
package import Plans

/// Problems in the Static Analysis Results Interchange Format 2.1.0, which code scanning services read.
package struct SARIFLog {
  /// The program that found them.
  package struct Tool: Hashable, Sendable {
    package var name: String
    package var version: String
    package var rules: [Rule]

    package init(name: String, version: String, rules: [Rule]) {
      self.name = name
      self.version = version
      self.rules = rules
    }
  }

  /// A rule that the program has.
  package struct Rule: Hashable, Sendable {
    package var name: String
    package var summary: String
    /// The severity without configuration, `nil` for a rule that is off.
    package var severity: Finding.Severity?

    package init(name: String, summary: String, severity: Finding.Severity?) {
      self.name = name
      self.summary = summary
      self.severity = severity
    }
  }

  private let tool: Tool
  private let problems: [Problem]

  package init(tool: Tool, problems: [Problem]) {
    self.tool = tool
    self.problems = problems
  }

  /// Returns the log as text with a final line end.
  package func render() -> String { JSONRenderer(layout: .pretty).render(json) + "\n" }

  /// The log as a value.
  package var json: JSONValue {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": .string(tool.name),
              "version": .string(tool.version),
              "rules": .array(tool.rules.map(Self.json)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(problems.map(result)),
        ]
      ],
    ]
  }

  private static func json(_ rule: Rule) -> JSONValue {
    [
      "id": .string(rule.name),
      "shortDescription": ["text": .string(rule.summary)],
      "defaultConfiguration": [
        "enabled": .boolean(rule.severity != nil),
        "level": .string(rule.severity?.rawValue ?? "warning"),
      ],
    ]
  }

  private func result(_ problem: Problem) -> JSONValue {
    var members = [JSONMember("ruleId", .string(problem.rule))]
    if let index = tool.rules.firstIndex(where: { $0.name == problem.rule }) {
      members.append(JSONMember("ruleIndex", .integer(index)))
    }
    members += [
      JSONMember("level", .string(problem.severity.rawValue)),
      JSONMember("message", ["text": .string(problem.message)]),
    ]
    if let place = problem.place {
      let location: JSONValue = [
        "physicalLocation": [
          "artifactLocation": [
            "uri": .string(Self.reference(place.path)), "uriBaseId": "%SRCROOT%",
          ],
          "region": ["startLine": .integer(place.line), "startColumn": .integer(place.column)],
        ]
      ]
      members.append(JSONMember("locations", [location]))
    }
    return .object(members)
  }

  /// Returns a path as a relative reference of RFC 3986: all but unreserved characters and `/` as bytes in
  /// hexadecimal.
  static func reference(_ path: RepositoryPath) -> String {
    var text = ""
    for byte in path.description.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
