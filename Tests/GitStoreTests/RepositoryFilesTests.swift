import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import GitFiles
@testable import GitStore

/// Repositories read from plain files: the same as libgit2 says, or nothing.
@Suite struct RepositoryFilesTests {
  private func read(
    _ scratch: ScratchRepository, in directory: String? = nil, _ extra: [String: String] = [:]
  ) -> RepositoryFiles? {
    RepositoryFiles(
      at: FilePath(directory ?? scratch.path),
      environment: scratch.environment.merging(extra) { _, new in new })
  }

  private func compare(
    _ scratch: ScratchRepository, in directory: String? = nil, _ extra: [String: String] = [:]
  ) throws {
    let files = try #require(read(scratch, in: directory, extra))
    let repository = try scratch.open(in: directory, environment: extra)
    #expect(files.gitDirectory == repository.gitDirectory)
    #expect(files.commonDirectory == repository.commonDirectory)
    #expect(files.workTree == repository.workTree)
    #expect(files.configuration == repository.configuration)
    let branch = try scratch.tryGit(["symbolic-ref", "--short", "-q", "HEAD"], in: directory)
    #expect(files.state.branch.map { $0 + "\n" } ?? "" == branch.output)
  }

  @Test("Ordinary repositories, linked work trees and submodules")
  func places() throws {
    let scratch = try ScratchRepository()
    try compare(scratch)
    try scratch.commit("one")
    try scratch.git("config branch.Main/x.execplan EP-20260101-001")
    try compare(scratch)
    try compare(scratch, ["GIT_DIR": ".git"])
    try compare(scratch, ["GIT_DIR": scratch.path + "/.git"])
    try compare(scratch, ["GIT_CONFIG_PARAMETERS": "'a.b'='c'"])
    try scratch.git("switch -q --detach")
    try compare(scratch)
    let linked = scratch.surroundings + "/linked"
    try scratch.git(["worktree", "add", "-q", "-b", "topic/other", linked])
    try compare(scratch, in: linked)
    try compare(scratch, in: linked, ["GIT_DIR": scratch.path + "/.git/worktrees/linked"])
    try scratch.git([
      "-c", "protocol.file.allow=always", "clone", "-q", "--bare", ".",
      scratch.surroundings + "/bare.git",
    ])
    try scratch.git([
      "-c", "protocol.file.allow=always", "submodule", "add", "-q",
      scratch.surroundings + "/bare.git", "sub",
    ])
    // Git gives a submodule its work tree in core.worktree.
    try compare(scratch, in: scratch.path + "/sub")
    #expect(read(scratch, in: scratch.surroundings + "/bare.git") == nil)
    #expect(read(scratch, in: try scratch.folder("below")) == nil)
  }

  @Test("Formats whose extensions change nothing here")
  func formats() throws {
    let scratch = try ScratchRepository()
    try scratch.git(["config", "core.repositoryFormatVersion", "1"])
    try compare(scratch)
    for (key, value) in [
      ("worktreeConfig", "true"), ("partialClone", "origin"), ("preciousObjects", "true"),
    ] {
      try scratch.git(["config", "extensions.\(key)", value])
      try compare(scratch)
    }
    try scratch.git(["config", "--worktree", "branch.main.execplan", "EP-20260101-001"])
    try compare(scratch)
  }

  @Test("What moves a repository or is out of the ordinary is left to libgit2")
  func extraordinary() throws {
    let scratch = try ScratchRepository()
    for extra in [
      ["GIT_DIR": scratch.surroundings + "/other"], ["GIT_WORK_TREE": scratch.path],
      ["GIT_COMMON_DIR": scratch.path + "/.git"],
    ] {
      #expect(read(scratch, extra) == nil)
    }
    for (key, value) in [
      ("core.repositoryFormatVersion", "2"), ("core.worktree", scratch.surroundings),
      ("core.bare", "true"), ("core.bare", "perhaps"), ("include.path", "other"),
      ("extensions.noop", "true"), ("extensions.objectFormat", "sha256"),
      ("extensions.refStorage", "reftable"),
    ] {
      let before = try scratch.read(".git/config")
      #expect(read(scratch) != nil)
      try scratch.git(["config", key, value])
      #expect(read(scratch) == nil, "\(key)")
      try scratch.write(before, to: ".git/config")
    }
  }
}
