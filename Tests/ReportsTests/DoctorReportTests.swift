import Reports
import Testing

/// How `doctor` fits on a terminal.
@Suite struct DoctorReportTests {
  private static var full: DoctorReport {
    var report = DoctorReport.sample
    report.target = ("main", "default")
    report.hookFolder = "/home/mara/shop/.git/hooks"
    report.hooks = [
      HookStanding(
        name: "commit-msg", path: "/home/mara/shop/.git/hooks/commit-msg", state: .installed,
        manager: nil, isChained: true, program: "/usr/local/bin/git-execplan")
    ]
    report.settings = [
      DoctorReport.Setting(
        key: "execplan.requierd", value: "true", scope: "global", isKnown: false)
    ]
    report.nextCommit = DoctorReport.NextCommit(
      branch: "ep/EP-20260112-003-search", trailers: ["ExecPlan: EP-20260112-003"],
      isAccepted: true, reason: "it names EP-20260112-003")
    report.complaints = [
      DoctorReport.Complaint(
        "git config execplan.requierd is no setting of this version",
        hint: "see docs/configuration.md for all settings, and mend or unset it")
    ]
    return report
  }

  @Test func linesAreBrokenAtBlanks() {
    let text = Self.full.text(TextStyle(hasColour: false, width: 50))
    #expect(
      text == """
        program      git-execplan 0.1.0 at
                       /usr/local/bin/git-execplan
                     git-execplan-hook 0.1.0 beside it
                     git version 2
        repository   /home/mara/shop
        plans        12 in .agent/exec_plans
        target       main, by default
        hooks        in /home/mara/shop/.git/hooks
                     commit-msg installed, after the hook
                       that was there, calls
                       /usr/local/bin/git-execplan
        merging      line by line
        settings     execplan.requierd = true (global),
                       which means nothing
        next commit  on ep/EP-20260112-003-search: a
                       message gets these trailers by
                       itself:
                       ExecPlan: EP-20260112-003
                     a message that says no more is
                       accepted: it names EP-20260112-003

        warning: git config execplan.requierd is no
          setting of this version
          hint: see docs/configuration.md for all settings, and mend or unset it

        """)
  }

  @Test func coloursChangeNoLine() {
    for width in [nil, 20, 50] {
      let plain = Self.full.text(TextStyle(hasColour: false, width: width))
      let coloured = Self.full.text(TextStyle(hasColour: true, width: width))
      #expect(coloured.contains("\u{1B}[1mnext commit\u{1B}[0m  on"))
      #expect(coloured.contains("\u{1B}[33mwarning\u{1B}[0m: "))
      #expect(coloured.replacing(#/\u{1B}\[\d+m/#, with: "") == plain)
    }
  }
}
