import Foundation
import TestSupport
import Testing

/// A repository in which commits are made in every way, with the hooks in place.
///
/// It is made once for each set-up and copied, so that a way costs its own git commands and no more.
/// `main` has a plan and work; `ep/EP-20260101-001-auth` is the plan's branch with the milestone 1 and the
/// commit `first`; `topic` is no plan's branch and has the commit `topic`. The plan's branch is checked out.
struct CommitScene {
  /// How the hooks came to where git finds them.
  enum SetUp: String, CaseIterable, Sendable {
    case installed
    /// Behind hooks that were there before.
    case chained
    /// In a linked work tree.
    case worktree
    /// In a folder that `core.hooksPath` names.
    case hooksPath

    private static let scenes = Dictionary(
      uniqueKeysWithValues: allCases.map { setUp in
        (setUp, Result { try setUp.make() })
      })

    /// Returns a new scene.
    func scene() throws -> CommitScene {
      let made = try #require(Self.scenes[self])
      let repository = try ScratchRepository(copyOf: made.get())
      var folder = repository.path
      if self == .worktree {
        folder = repository.surroundings + "/a tree"
        try repository.git("switch --quiet --detach")
        try repository.git(["worktree", "add", "--quiet", folder, CommitScene.branch])
      }
      return CommitScene(repository: repository, folder: folder)
    }

    private func make() throws -> ScratchRepository {
      let repository = try ScratchRepository()
      try repository.writePlan(1, "auth")
      try repository.writeMilestone(1, "auth")
      try repository.writePlan(2, "search")
      try repository.writePlan(3, "done", status: "done")
      try repository.commit("plans\n\nExecPlan: none", file: "README")
      try repository.work("work", plan: 1)
      try repository.git("switch --quiet -c topic")
      try repository.commit("topic\n\nExecPlan: none (apart)", file: "topic")
      try repository.git("switch --quiet main")
      try repository.start(1, "--milestone", "MS001")
      try repository.commit(
        "first\n\nExecPlan: \(ScratchRepository.planID(1))\n"
          + "Milestone: \(ScratchRepository.planID(1))/MS001", file: "first")
      switch self {
      case .installed, .worktree: break
      case .chained:
        for name in ["commit-msg", "prepare-commit-msg"] {
          try repository.write(
            "#!/bin/sh\necho \(name) >>\"$(git rev-parse --git-common-dir)/ran\"\n",
            to: ".git/hooks/\(name)")
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o755],
            ofItemAtPath: repository.path + "/.git/hooks/\(name)")
        }
      case .hooksPath:
        try repository.git("config core.hooksPath ~/repository/.git/own-hooks")
      }
      _ = try repository.succeeding(repository.execplan("hooks install"))
      return repository
    }
  }

  static let branch = "ep/EP-20260101-001-auth"

  let repository: ScratchRepository
  /// The top of the work tree.
  let folder: String

  /// What scripts can use besides git.
  private static let prelude = """
    set -eu
    one=EP-20260101-001
    two=EP-20260101-002
    branch=\(branch)
    # Writes a file and stages it.
    change() { mkdir -p "$(dirname "$1")"; printf '%s\\n' "${2:-new}" >"$1"; git add "$1"; }
    # Prints the message of a commit.
    last() { git log -1 --format=%B "$@"; }
    # Runs what has to end badly with certain words.
    refused() {
      words=$1; shift
      if "$@" >out.txt 2>&1; then echo "accepted: $*"; exit 1; fi
      grep -q -- "$words" out.txt || { cat out.txt; exit 1; }
      rm out.txt
    }
    # Runs with an editor: a script for sed that changes the message.
    edited() { script=$1; shift; GIT_EDITOR="sed -i -e '$script'" "$@"; }
    # Commits without the hooks.
    bare() { git -c core.hooksPath=/dev/null commit -q "$@"; }

    """

  /// Runs a shell script in the work tree.
  func run(_ script: String) throws -> CommandOutcome {
    try ProgramRunner.run(
      "/bin/sh", ["-c", Self.prelude + script], in: folder, environment: repository.environment)
  }
}
