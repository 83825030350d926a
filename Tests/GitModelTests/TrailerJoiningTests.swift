import GitModel
import Testing

@Suite struct TrailerJoiningTests {
  private static let cut = "# ------------------------ >8 ------------------------\n"

  private func joined(_ message: String) -> String? {
    TrailerJoining(keys: ["ExecPlan", "Milestone"]).applied(to: Array(message.utf8))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "Paragraphs of trailers at the end become one block",
    arguments: [
      ("T\n\nExecPlan: EP-1\n\nKey: a\n", "T\n\nExecPlan: EP-1\nKey: a\n"),
      (
        "T\n\nBody.\n\nExecPlan: EP-1\n\nMilestone: EP-1/MS001\n\nKey: a\n",
        "T\n\nBody.\n\nExecPlan: EP-1\nMilestone: EP-1/MS001\nKey: a\n"
      ),
      // Folded values and git's own lines belong to a block.
      (
        "T\n\nexecplan: EP-1\n  EP-2\n\n(cherry picked from commit 1)\n",
        "T\n\nexecplan: EP-1\n  EP-2\n(cherry picked from commit 1)\n"
      ),
      // What stands above the first of our keys stays apart.
      (
        "T\n\nNote: a\n\nExecPlan: EP-1\n\nKey: a\n",
        "T\n\nNote: a\n\nExecPlan: EP-1\nKey: a\n"
      ),
      ("T\n\nExecPlan: EP-1\n\nExecPlan: EP-2\n", "T\n\nExecPlan: EP-1\nExecPlan: EP-2\n"),
      // Comments, scissors and blank lines behind the message stay.
      (
        "T\n\nExecPlan: EP-1\n \n\nKey: a\n\n\n# Please\n\(cut)+x\n\n\n+y\n",
        "T\n\nExecPlan: EP-1\nKey: a\n\n\n# Please\n\(cut)+x\n\n\n+y\n"
      ),
      ("T\r\n\r\nExecPlan: EP-1\r\n\r\nKey: a\r\n", "T\r\n\r\nExecPlan: EP-1\r\nKey: a\r\n"),
      ("T\n\nExecPlan: EP-1\n\nKey: a", "T\n\nExecPlan: EP-1\nKey: a"),
    ])
  func joins(_ message: String, _ result: String) {
    #expect(joined(message) == result)
    #expect(joined(result) == nil)
    let trailers = TrailerParser.trailers(of: Array(result.utf8))
    #expect(trailers.contains { $0.hasKey("ExecPlan") })
  }

  @Test(
    "Everything else stays",
    arguments: [
      "T\n", "", "T\n\nExecPlan: EP-1\n", "T\n\nExecPlan: EP-1\nKey: a\n",
      "T\n\nKey: a\n\nExecPlan: EP-1\n", "T\n\nKey: a\n\nOther: b\n",
      // Prose in between or behind.
      "T\n\nExecPlan: EP-1\n\nBody.\n", "T\n\nExecPlan: EP-1\n\nBody.\n\nKey: a\n",
      "T\n\nExecPlan: EP-1\nwords\n\nKey: a\n", "T\n\n  ExecPlan: EP-1\n\nKey: a\n",
      // The title is no block.
      "ExecPlan: EP-1\n\nKey: a\n", "ExecPlan: EP-1\n\nExecPlan: EP-1\n",
      "T\n\nExecPlan: EP-1\n# note\n\nKey: a\n",
    ])
  func stays(_ message: String) {
    #expect(joined(message) == nil)
  }
}
