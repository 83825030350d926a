import TestSupport

/// The files that every scenario begins with.
enum SceneFiles {
  static let partCount = 8
  static let lineCount = 40
  /// Edits at different slots of a file are so far apart that no patch shows two of them.
  static let slotsPerPart = 4
  static var slotCount: Int { partCount * slotsPerPart }

  static func part(ofSlot slot: Int) -> String { "src/part-\(slot / slotsPerPart).txt" }

  /// 0-based.
  static func line(ofSlot slot: Int) -> Int { 4 + slot % slotsPerPart * 10 }

  static func planPath(_ number: Int) -> String {
    ".agent/exec_plans/p\(number)/\(ScratchRepository.planID(number))_p\(number).md"
  }

  /// How many paragraphs of a plan stand so far apart that no patch shows two of them.
  static let noteCount = 12

  /// A paragraph that upkeep changes.
  static func note(_ number: Int) -> String { "Note \(number)." }

  /// Bytes that git takes for binary.
  static func binary(_ number: Int) -> String {
    "\u{0}\u{1}\(number)\u{0}" + String(repeating: "\u{7}\u{0}", count: 40)
  }

  /// A stream for `git fast-import`.
  static func firstCommit(plans: Int) -> String {
    var files: [String: String] = ["README": "A project.\n"]
    for part in 0..<partCount {
      files["src/part-\(part).txt"] = (0..<lineCount)
        .map { "part \(part) line \($0)\n" }.joined()
    }
    for number in 0..<6 {
      files["old/gone-\(number).txt"] = "to be deleted \(number)\n"
      files["old/move-\(number).txt"] = (0..<12).map { "moves \(number) \($0)\n" }.joined()
      files["old/run-\(number).sh"] = "#!/bin/sh\necho \(number)\n"
      files["old/data-\(number).bin"] = binary(number)
    }
    for number in 1...plans {
      let id = ScratchRepository.planID(number)
      files[planPath(number)] = """
        ---
        id: \(id)
        title: "Plan \(number)"
        status: planned
        kind: feature
        domain: backend
        owner: "@mara"
        created: 2026-01-01
        updated: 2026-01-01
        ---

        # Plan \(number)

        ## Notes
        \((0..<noteCount).map { "\n\(note($0))\n\nMore.\n\nAnd more.\n" }.joined())
        ## Progress

        - [x] (2026-01-01 10:00Z) The only step.

        """
    }
    let message = "begin\n\nExecPlan: none (set-up)\n"
    var stream = """
      commit refs/heads/main
      committer C O Mitter <committer@example.com> 1767225600 +0000
      data \(message.utf8.count)
      \(message)
      """
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
    }
    return stream
  }
}
