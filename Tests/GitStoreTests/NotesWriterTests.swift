import Dispatch
import GitModel
import Synchronization
import TestSupport
import Testing

@testable import GitStore

@Suite struct NotesWriterTests {
  private static let reference = "refs/notes/execplan"

  /// `GitProgram` blocks its thread: see `GitProgramTests`.
  private func onOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
  }

  private static func writer(
    _ scratch: ScratchRepository, in directory: String? = nil, environment: [String: String] = [:]
  ) throws -> NotesWriter {
    NotesWriter(
      try scratch.open(in: directory, environment: environment), reference: reference)
  }

  private static func note(_ commit: ObjectID, _ scratch: ScratchRepository) throws -> String {
    try scratch.git(["notes", "--ref=execplan", "show", commit.description])
  }

  private static func appending(_ line: String) -> (ObjectID, [UInt8]) -> [UInt8] {
    { _, old in old + Array("\(line)\n".utf8) }
  }

  @Test("Many notes are one commit, by git's own identity, and others stay")
  func many() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let count = 300
      var stream = ""
      for number in 1...count {
        stream += "commit refs/heads/main\ncommitter A <a@b> \(number) +0000\ndata 1\nx\n"
      }
      try scratch.git(["fast-import", "--quiet"], input: stream)
      let commits = try scratch.git("rev-list main").split(separator: "\n")
        .compactMap { ObjectID($0) }
      #expect(commits.count == count)
      // Enough notes of git's own that it spreads them over folders.
      try scratch.git(["notes", "--ref=execplan", "add", "-m", "by git", "\(commits[0])"])
      try scratch.git(
        ["notes", "--ref=execplan", "copy", "--stdin"],
        input: commits[1..<280].map { "\(commits[0]) \($0)\n" }.joined())
      let folder = try scratch.git("ls-tree --name-only \(Self.reference)").prefix { $0 != "\n" }
      #expect(folder.count == 2)
      let before = try scratch.git("rev-parse \(Self.reference)")
      let changed = try Self.writer(scratch)
        .update(commits, message: "why", edit: Self.appending("ours"))
      #expect(Set(changed) == Set(commits))
      #expect(try scratch.git("rev-parse \(Self.reference)^") == before)
      #expect(
        try scratch.git("log -1 --format=%an|%ae|%cn|%ce|%s \(Self.reference)")
          == "A U Thor|author@example.com|C O Mitter|committer@example.com|why")
      let listed = try scratch.git("notes --ref=execplan list").split(separator: "\n")
        .compactMap { $0.split(separator: " ").last.flatMap { ObjectID($0) } }
      #expect(Set(listed) == Set(commits))
      #expect(listed.count == count)
      #expect(try Self.note(commits[0], scratch) == "by git\nours")
      #expect(try Self.note(commits[count - 1], scratch) == "ours")
      #expect(
        try scratch.open().notes(under: Self.reference, limit: 100).map(\.annotated)
          == commits.sorted())
      _ = try scratch.git("fsck --strict")
    }
  }

  @Test("What does not change is not written, and an empty note is removed")
  func unchanged() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let commits = try ["one", "two"].map { name in
        try #require(ObjectID(try scratch.commit(name)))
      }
      let writer = try Self.writer(scratch)
      #expect(try writer.update(commits, message: "m") { _, old in old }.isEmpty)
      #expect(try scratch.tryGit(["rev-parse", "--verify", Self.reference]).exitCode != 0)
      try writer.update(commits, message: "m", edit: Self.appending("a"))
      let once = try scratch.git("rev-parse \(Self.reference)")
      #expect(try writer.update(commits, message: "m") { _, _ in Array("a\n".utf8) }.isEmpty)
      #expect(try scratch.git("rev-parse \(Self.reference)") == once)
      #expect(
        try writer.update(commits, message: "m") { commit, old in commit == commits[0] ? [] : old }
          == [commits[0]])
      #expect(try scratch.git("notes --ref=execplan list").hasSuffix(commits[1].description))
      #expect(try scratch.git("notes --ref=execplan list").contains("\n") == false)
    }
  }

  @Test("Notes that somebody adds meanwhile are kept", arguments: [true, false])
  func race(hasNotes: Bool) async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let commits = try ["one", "two"].map { name in
        try #require(ObjectID(try scratch.commit(name)))
      }
      if hasNotes { try scratch.git("notes --ref=execplan add -m old \(commits[0])") }
      let calls = Mutex(0)
      try Self.writer(scratch).update([commits[0]], message: "m") { _, old in
        let isFirst = calls.withLock {
          $0 += 1; return $0 == 1
        }
        if isFirst {
          _ = try? scratch.git("notes --ref=execplan append -m theirs \(commits[0])")
          _ = try? scratch.git("notes --ref=execplan append -m theirs \(commits[1])")
        }
        return old + Array("ours\n".utf8)
      }
      #expect(calls.withLock { $0 } == 2)
      #expect(
        try Self.note(commits[0], scratch) == (hasNotes ? "old\n\n" : "") + "theirs\nours")
      #expect(try Self.note(commits[1], scratch) == "theirs")
    }
  }

  @Test("In a bare repository and in a linked work tree")
  func places() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let commit = try #require(ObjectID(try scratch.commit("one")))
      let bare = scratch.surroundings + "/bare.git"
      let linked = scratch.surroundings + "/linked"
      try scratch.git(["clone", "--quiet", "--bare", scratch.path, bare])
      try scratch.git(["worktree", "add", "--quiet", linked])
      for folder in [bare, linked] {
        try Self.writer(scratch, in: folder)
          .update([commit], message: "m", edit: Self.appending("a"))
        #expect(
          try scratch.git(["notes", "--ref=execplan", "show", commit.description], in: folder)
            == "a")
      }
      #expect(try Self.note(commit, scratch) == "a")
    }
  }

  @Test("Without an identity git's words are the error, and nothing is written")
  func identity() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let commit = try #require(ObjectID(try scratch.commit("one")))
      try scratch.git("config user.useConfigOnly true")
      let none = ["GIT_AUTHOR_EMAIL": "", "GIT_AUTHOR_NAME": ""]
      let writer = try Self.writer(scratch, environment: none)
      #expect(throws: GitError.self) {
        try writer.update([commit], message: "m", edit: Self.appending("a"))
      }
      #expect(try scratch.tryGit(["rev-parse", "--verify", Self.reference]).exitCode != 0)
    }
  }

  @Test("A note that is too long to read is not overwritten")
  func long() async throws {
    try await onOwnThread {
      let scratch = try ScratchRepository()
      let commit = try #require(ObjectID(try scratch.commit("one")))
      try scratch.git(
        ["notes", "--ref=execplan", "add", "--file=-", commit.description],
        input: String(repeating: "x", count: (1 << 20) + 1))
      let writer = try Self.writer(scratch)
      #expect(throws: GitError.self) {
        try writer.update([commit], message: "m", edit: Self.appending("a"))
      }
    }
  }
}
