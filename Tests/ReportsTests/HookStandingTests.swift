import JSON
import Reports
import Testing

/// What `hooks status` and `doctor` say of a hook.
@Suite struct HookStandingTests {
  private static func hook(
    _ state: HookStanding.State, manager: String? = nil, isChained: Bool = false,
    program: String? = nil
  ) -> HookStanding {
    HookStanding(
      name: "commit-msg", path: "/r/hooks/commit-msg", state: state, manager: manager,
      isChained: isChained, program: program)
  }

  @Test(arguments: [
    (hook(.installed, program: "/b"), "installed", ", calls /b"),
    (
      hook(.outdated, isChained: true, program: "/b"), "outdated, after the hook that was there",
      ", calls /b"
    ),
    (hook(.foreign, manager: "husky"), "foreign (husky)", ""),
    (hook(.notExecutable), "not executable", ""), (hook(.missing), "missing", ""),
  ])
  func words(hook: HookStanding, words: String, program: String) {
    #expect(HooksReport([hook]).text() == "commit-msg: \(words)\n")
    var doctor = DoctorReport.sample
    doctor.hooks = [hook]
    let text = doctor.text(TextStyle(hasColour: false, width: nil))
    #expect(text.contains("\n             commit-msg \(words)\(program)\n"), "\(text)")
  }

  /// The hooks of a report.
  private static func hooks(_ json: String) -> JSONValue? {
    guard case .object(let members) = JSONParser.parse(Array(json.utf8)) else { return nil }
    return members.first { $0.key == "hooks" }?.value
  }

  @Test func membersThatSayNothingAreForDoctorAlone() {
    let missing = Self.hook(.missing)
    var doctor = DoctorReport.sample
    doctor.hooks = [missing]
    #expect(
      Self.hooks(doctor.json()) == [
        [
          "name": "commit-msg", "path": "/r/hooks/commit-msg", "state": "missing",
          "manager": .null, "chained": false, "program": .null,
        ]
      ])
    #expect(
      Self.hooks(HooksReport([missing, Self.hook(.managed, manager: "husky")]).json()) == [
        [
          "name": "commit-msg", "path": "/r/hooks/commit-msg", "state": "missing",
          "chained": false,
        ],
        [
          "name": "commit-msg", "path": "/r/hooks/commit-msg", "state": "managed",
          "manager": "husky", "chained": false,
        ],
      ])
  }

  @Test(
    arguments: [
      ([], true), ([.installed, .managed], true), ([.installed, .outdated], false),
      ([.missing], false), ([.foreign], false), ([.notExecutable], false),
    ] as [([HookStanding.State], Bool)])
  func whetherNothingIsLeftToDo(states: [HookStanding.State], isFine: Bool) {
    #expect(HooksReport(states.map { Self.hook($0) }).isFine == isFine)
  }
}
