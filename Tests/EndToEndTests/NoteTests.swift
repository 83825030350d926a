import TestSupport
import Testing

/// Git notes that link commits to plans and take links back.
struct NoteTests {
  private typealias Scratch = ScratchRepository

  private func annotate(
    _ repository: ScratchRepository, _ commit: String, _ lines: String..., in folder: String? = nil
  ) throws {
    let text = lines.joined(separator: "\n")
    try repository.git(
      ["notes", "--ref=execplan", "append", "-m", text, commit], in: folder)
  }

  @Test func aNoteTakesBackWhatAMessageSays() throws {
    let repository = try Scratch.withPlans("one", "two")
    let commit = try repository.work("a", plan: 1)
    try annotate(repository, commit, "Not-ExecPlan: \(Scratch.planID(1))")
    #expect(try repository.evidence(of: commit, for: 1) == nil)
    #expect(try repository.status(of: 1)["derived"].string == "planned")
    try annotate(repository, commit, "ExecPlan: \(Scratch.planID(2))")
    #expect(try repository.evidence(of: commit, for: 2) == ["note"])
    try annotate(repository, commit, "ExecPlan: \(Scratch.planID(1))")
    #expect(try repository.evidence(of: commit, for: 1) == ["note"])
  }

  @Test func notesOfTwoClonesThatGitMergesBothCount() throws {
    let repository = try Scratch.withPlans("one", "two")
    let commit = try repository.work("a", plan: 1)
    let clone = repository.surroundings + "/clone"
    try repository.git(["clone", "--quiet", repository.path, clone])
    try annotate(repository, commit, "Seen.", "Not-ExecPlan: \(Scratch.planID(1))")
    try annotate(repository, commit, "ExecPlan: \(Scratch.planID(2))", in: clone)
    try repository.git(
      ["fetch", "--quiet", clone, "refs/notes/execplan:refs/notes/theirs"])
    try repository.git(
      ["notes", "--ref=execplan", "merge", "--strategy=cat_sort_uniq", "refs/notes/theirs"])
    #expect(
      try repository.git(["notes", "--ref=execplan", "show", commit])
        == "ExecPlan: \(Scratch.planID(2))\nNot-ExecPlan: \(Scratch.planID(1))\nSeen.")
    #expect(try repository.evidence(of: commit, for: 1) == nil)
    #expect(try repository.evidence(of: commit, for: 2) == ["note"])
  }
}
