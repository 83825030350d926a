import Foundation
import GitModel
import SystemPackage
import TestSupport
import Testing

@testable import GitStore

@Suite struct DiscoveryTests {
  /// What git says about the repository that it finds.
  private func compare(
    _ scratch: ScratchRepository, in directory: String, environment: [String: String] = [:]
  ) throws {
    let repository = try scratch.open(in: directory, environment: environment)
    func say(_ option: String) throws -> String {
      try scratch.git(
        ["rev-parse", "--path-format=absolute", option], in: directory, environment: environment)
    }
    #expect(repository.gitDirectory.string == (try say("--absolute-git-dir")))
    #expect(repository.commonDirectory.string == (try say("--git-common-dir")))
    let isBare = try say("--is-bare-repository") == "true"
    #expect(repository.workTree?.string == (isBare ? nil : try say("--show-toplevel")))
  }

  @Test("From a subfolder, a linked work tree, a submodule and a bare repository")
  func places() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    try compare(scratch, in: scratch.path)
    try compare(scratch, in: try scratch.folder("a/b"))
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["worktree", "add", "-q", "-b", "other", linked])
    try compare(scratch, in: linked)
    try scratch.git(["clone", "-q", "--bare", ".", scratch.surroundings + "/bare.git"])
    try compare(scratch, in: scratch.surroundings + "/bare.git")
    try scratch.git([
      "-c", "protocol.file.allow=always", "submodule", "add", "-q",
      scratch.surroundings + "/bare.git", "sub",
    ])
    try compare(scratch, in: scratch.path + "/sub")
  }

  @Test("GIT_DIR and GIT_WORK_TREE, absolute and relative, alone and together")
  func variables() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let elsewhere = scratch.surroundings + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    let gitDirectory = scratch.path + "/.git"
    try compare(scratch, in: elsewhere, environment: ["GIT_DIR": gitDirectory])
    try compare(scratch, in: elsewhere, environment: ["GIT_DIR": "../repository/.git"])
    try compare(
      scratch, in: elsewhere, environment: ["GIT_DIR": gitDirectory, "GIT_WORK_TREE": elsewhere])
    try compare(
      scratch, in: elsewhere, environment: ["GIT_DIR": gitDirectory, "GIT_WORK_TREE": "."])
    try compare(
      scratch, in: try scratch.folder("a"), environment: ["GIT_WORK_TREE": scratch.path])
    try compare(scratch, in: scratch.path, environment: ["GIT_NAMESPACE": "x"])
  }

  @Test("core.worktree, with and without GIT_DIR")
  func configuredWorkTree() throws {
    let scratch = try ScratchRepository()
    let elsewhere = scratch.surroundings + "/elsewhere"
    try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try scratch.git(["config", "core.worktree", "../../elsewhere"])
    try compare(scratch, in: scratch.path)
    try compare(
      scratch, in: scratch.surroundings, environment: ["GIT_DIR": scratch.path + "/.git"])
  }

  @Test("GIT_CEILING_DIRECTORIES ends the search, as in git")
  func ceilings() throws {
    let scratch = try ScratchRepository()
    let folder = try scratch.folder("a/b/c")
    let ceilings = ["GIT_CEILING_DIRECTORIES": scratch.path + "/a"]
    #expect(try scratch.tryGit(["rev-parse"], in: folder, environment: ceilings).exitCode != 0)
    #expect(throws: GitError.self) { try scratch.open(in: folder, environment: ceilings) }
    let above = ["GIT_CEILING_DIRECTORIES": scratch.surroundings]
    #expect(try scratch.open(in: folder, environment: above).workTree?.string == scratch.path)
  }

  @Test("Object directories of the environment, quoted, relative and missing ones")
  func objectDirectories() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    let other = try ScratchRepository(named: "with:colon")
    let commit = try #require(ObjectID(try other.commit("elsewhere")))
    let objects = other.path + "/.git/objects"
    let variables: [[String: String]] = [
      ["GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere:\"\(objects)\""],
      ["GIT_OBJECT_DIRECTORY": objects],
      ["GIT_OBJECT_DIRECTORY": objects, "GIT_ALTERNATE_OBJECT_DIRECTORIES": ".git/objects"],
    ]
    for environment in variables {
      let repository = try scratch.open(environment: environment)
      #expect(try repository.readCommit(commit) { _, _ in true } == true)
      #expect(try repository.head().commit.flatMap { try repository.commit(behind: $0) } != nil)
    }
    #expect(try scratch.open().readCommit(commit) { _, _ in true } == nil)
  }

  @Test("Outside of a repository one error says so")
  func outside() throws {
    let scratch = try ScratchRepository()
    for environment in [[:], ["GIT_DIR": scratch.surroundings]] {
      let error = #expect(throws: GitError.self) {
        try scratch.open(in: scratch.surroundings, environment: environment)
      }
      #expect(error?.code == .notFound)
      #expect(error?.attempt.hasPrefix("open the repository at ") == true)
    }
  }

  @Test("SHA-256 and reftable give their own errors")
  func unreadable() throws {
    let sha256 = try ScratchRepository(["--object-format=sha256"])
    let error = #expect(throws: GitError.self) { try sha256.open() }
    #expect(error?.reason == "its objects have SHA-256 names")
    let reftable = try ScratchRepository()
    try reftable.git("config core.repositoryFormatVersion 1")
    try reftable.git("config extensions.refStorage reftable")
    let other = #expect(throws: GitError.self) { try reftable.open() }
    #expect(other?.reason == "its references are in a reftable")
    let unknown = try ScratchRepository()
    try unknown.git("config core.repositoryFormatVersion 1")
    try unknown.git("config extensions.fromTheFuture yes")
    #expect(throws: GitError.self) { try unknown.open() }
  }

  @Test(
    "Extensions that do no harm open",
    arguments: [
      "worktreeConfig true", "partialClone origin", "preciousObjects true", "noop x",
      "relativeWorktrees true",
    ])
  func extensions(_ setting: String) throws {
    let scratch = try ScratchRepository()
    let commit = try scratch.commit("one")
    try scratch.git("config core.repositoryFormatVersion 1")
    try scratch.write(
      try scratch.read(".git/config") + "[extensions]\n\t"
        + setting.replacingOccurrences(of: " ", with: " = ") + "\n", to: ".git/config")
    #expect(try scratch.open().head().commit?.description == commit)
  }

  @Test(
    "A repository of somebody else is refused unless it is declared safe",
    .enabled(if: geteuid() == 0))
  func ownership() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("one")
    try #require(chown(scratch.path, 12_345, 12_345) == 0)
    try #require(chown(scratch.path + "/.git", 12_345, 12_345) == 0)
    func isRefusedByGit(_ environment: [String: String]) throws -> Bool {
      try scratch.tryGit(["log", "-1"], environment: environment).exitCode != 0
    }
    func isRefused(_ environment: [String: String]) -> Bool {
      do {
        _ = try scratch.open(environment: environment)
        return false
      } catch { return (error as? GitError)?.code == .owner }
    }
    func safe(_ values: String...) -> [String: String] {
      var environment = ["GIT_CONFIG_COUNT": "\(values.count)"]
      for (number, value) in values.enumerated() {
        environment["GIT_CONFIG_KEY_\(number)"] = "safe.directory"
        environment["GIT_CONFIG_VALUE_\(number)"] = value
      }
      return environment
    }
    let rows: [[String: String]] = [
      [:], safe(scratch.path), safe("*"), safe("*", ""), safe(scratch.path + "x"),
      safe("", scratch.path), ["SUDO_UID": "12345"], ["SUDO_UID": "12346"],
      ["GIT_DIR": scratch.path + "/.git"],
    ]
    for environment in rows {
      #expect(isRefused(environment) == (try isRefusedByGit(environment)), "\(environment)")
    }
  }
}
