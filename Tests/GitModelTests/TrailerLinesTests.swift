import GitModel
import Testing

@Suite struct TrailerLinesTests {
  private func lines(_ message: String, outsideBlock: Bool = true) -> [String] {
    TrailerParser.lines(
      in: Array(message.utf8), keys: ["ExecPlan", "Milestone"], outsideBlock: outsideBlock
    ).map(\.description)
  }

  @Test("Lines in the body are found with any indentation and case")
  func linesInTheBody() {
    let message = "Title\n\n* one\n\n  ExecPlan: a\n\tMILESTONE : b\n\nMore.\n"
    #expect(lines(message) == ["ExecPlan: a", "MILESTONE: b"])
  }

  @Test("Lines of the final block are left out on request")
  func linesOfTheBlock() {
    let message = "Title\n\nExecPlan: a\n\nExecPlan: b\n"
    #expect(lines(message) == ["ExecPlan: a"])
    #expect(lines(message, outsideBlock: false) == ["ExecPlan: a", "ExecPlan: b"])
  }

  @Test(
    "Other lines are not taken for them",
    arguments: [
      "Title\n\nSee ExecPlan: a in prose.\n", "Title\n\nExecPlans: a\n\nend\n",
      "Title\n\nExecPlan a\n\nend\n", "Title\n\nExecPlan", "Title\n\n# ExecPlan: a\n",
      "Title\n\n> ExecPlan: a\n\nend\n",
    ])
  func otherLines(_ message: String) {
    #expect(lines(message) == [])
  }

  @Test("A diff under the scissors is not read")
  func diffUnderScissors() {
    let cut = "# ------------------------ >8 ------------------------\n"
    #expect(lines("Title\n\n\(cut) ExecPlan: a\n") == [])
    #expect(lines("Title\n\n  ExecPlan: b\n\nend\n\(cut) ExecPlan: a\n") == ["ExecPlan: b"])
  }

  @Test("A carriage return is no part of the value")
  func carriageReturn() {
    #expect(lines("Title\r\n\r\nExecPlan: a\r\n\r\nend\r\n") == ["ExecPlan: a"])
  }
}
