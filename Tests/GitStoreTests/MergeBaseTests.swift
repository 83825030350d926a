import Foundation
import GitModel
import TestSupport
import Testing

@testable import GitStore

/// Common ancestors, as `git merge-base` finds them.
@Suite struct MergeBaseTests {
  private func graph(of scratch: ScratchRepository) throws -> CommitGraph {
    let repository = try scratch.open()
    var builder = CommitGraphBuilder()
    try repository.walk(from: try repository.references().map(\.target)) { id, commit, _ in
      builder.add(
        id, tree: commit.tree, parents: commit.parents, committerTime: Int64(commit.committerTime))
    }
    return builder.finish().graph
  }

  /// Compares all that two commits share with git.
  private func compare(
    _ one: String, _ other: String, _ graph: CommitGraph, _ scratch: ScratchRepository
  ) throws {
    let first = try #require(graph.index(of: scratch.id(one)))
    let second = try #require(graph.index(of: scratch.id(other)))
    let bases = try scratch.tryGit(["merge-base", "--all", one, other]).output
      .split(separator: "\n").map(String.init)
    let found = graph.mergeBase(first, second).map { graph.id(of: $0).description }
    if bases.isEmpty {
      #expect(found == nil, "\(one) \(other)")
    } else {
      #expect(bases.contains(found ?? "none"), "\(one) \(other)")
    }
    let isAncestor =
      try scratch.tryGit(["merge-base", "--is-ancestor", one, other]).exitCode == 0
    #expect(graph.isAncestor(first, of: second) == isAncestor, "\(one) \(other)")
  }

  @Test("Two branches that were merged into each other have two")
  func crossing() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("begin")
    try scratch.git("branch other")
    try scratch.commit("one", file: "one")
    try scratch.git("switch -q other")
    try scratch.commit("two", file: "two")
    try scratch.git("branch middle")
    try scratch.git(["merge", "-q", "--no-edit", "main"])
    try scratch.git("switch -q main")
    try scratch.git(["merge", "-q", "--no-edit", "middle"])
    #expect(try scratch.git("merge-base --all main other").split(separator: "\n").count == 2)
    let graph = try graph(of: scratch)
    try compare("main", "other", graph, scratch)
    try compare("other", "main", graph, scratch)
  }

  @Test(
    "Histories drawn by lot, with merges, octopus merges, several roots and clocks that are wrong")
  func drawn() throws {
    let scratch = try ScratchRepository()
    var state: UInt64 = 20_260_101
    func number(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 48
    var stream = ""
    for commit in 1...count {
      var parents: [Int] = []
      let wanted = [0, 1, 1, 1, 1, 2, 2, 3][number(8)]
      while parents.count < min(wanted, commit - 1) {
        // Most parents are young.
        let parent = max(1, commit - 1 - number(number(3) == 0 ? commit : 6))
        if !parents.contains(parent) { parents.append(parent) }
        if parents.count == wanted || number(20) == 0 { break }
      }
      let time = 1_767_225_600 + commit * 60 - (number(5) == 0 ? number(2_000) : 0)
      stream += "commit refs/heads/c\(commit)\nmark :\(commit)\n"
      stream += "committer C O Mitter <committer@example.com> \(time) +0000\ndata 1\nc\n"
      for (place, parent) in parents.enumerated() {
        stream += (place == 0 ? "from" : "merge") + " :\(parent)\n"
      }
      stream += "\n"
    }
    try scratch.git(["fast-import", "--quiet"], input: stream)
    let graph = try graph(of: scratch)
    #expect(graph.count == count)
    for _ in 0..<150 {
      try compare("c\(1 + number(count))", "c\(1 + number(count))", graph, scratch)
    }
  }
}
