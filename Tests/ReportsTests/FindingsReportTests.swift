import GitModel
import JSON
import Plans
import Reports
import Testing

struct FindingsReportTests {
  private func finding(_ path: String, _ message: String) throws -> Finding {
    Finding(
      path: try #require(RepositoryPath(path)), line: 3, column: 9, severity: .error,
      rule: "some-rule", message: message)
  }

  @Test func githubsCommandsAreEscaped() throws {
    let report = FindingsReport(findings: [
      try finding("a,b:c/100%.md", "50%,\nin: \u{1B}[31m")
    ])
    #expect(
      report.github()
        == "::error file=a%2Cb%3Ac/100%25.md,line=3,col=9,title=some-rule::50%25,\\x0ain: \\x1b[31m\n"
    )
    let bare = Problem(severity: .warning, rule: "missing-id", message: "no plan")
    #expect(
      GitHubAnnotations.render([bare]) == "::warning title=missing-id::no plan\n")
  }

  @Test func aSARIFLogHasItsShape() throws {
    let tool = SARIFLog.Tool(
      name: "tool", version: "1.0",
      rules: [
        SARIFLog.Rule(name: "off-rule", summary: "a", severity: nil),
        SARIFLog.Rule(name: "some-rule", summary: "b", severity: .error),
      ])
    let problems = [
      Problem(try finding("plans/Größe 1#.md", "wrong")),
      Problem(severity: .warning, rule: "other", message: "no place"),
    ]
    let expected: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "tool",
              "version": "1.0",
              "rules": [
                [
                  "id": "off-rule", "shortDescription": ["text": "a"],
                  "defaultConfiguration": ["enabled": false, "level": "warning"],
                ],
                [
                  "id": "some-rule", "shortDescription": ["text": "b"],
                  "defaultConfiguration": ["enabled": true, "level": "error"],
                ],
              ],
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": [
            [
              "ruleId": "some-rule", "ruleIndex": 1, "level": "error",
              "message": ["text": "wrong"],
              "locations": [
                [
                  "physicalLocation": [
                    "artifactLocation": [
                      "uri": "plans/Gr%C3%B6%C3%9Fe%201%23.md", "uriBaseId": "%SRCROOT%",
                    ],
                    "region": ["startLine": 3, "startColumn": 9],
                  ]
                ]
              ],
            ],
            ["ruleId": "other", "level": "warning", "message": ["text": "no place"]],
          ],
        ]
      ],
    ]
    #expect(SARIFLog(tool: tool, problems: problems).json == expected)
  }

  @Test func theSummaryCounts() throws {
    var warning = try finding("a.md", "w")
    warning.severity = .warning
    let error = try finding("a.md", "e")
    #expect(FindingsReport(findings: []).summary(checked: 1) == "1 file checked, no findings")
    #expect(
      FindingsReport(findings: [error, warning, warning]).summary(checked: 2)
        == "2 files checked, 1 error, 2 warnings")
  }
}
