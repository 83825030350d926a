#!/usr/bin/env python3
"""Kills commands at every system call that writes, and looks whether anything is lost.

usage: kill_everywhere.py PROGRAM [COMMAND ...]

For each command of the table below, strace ends the program with SIGKILL at the first, second, … call of
each system call that changes files. After each kill

- every document is there, as it was or as it was to become;
- a command that only reads still works;
- the same command run again ends well, or says that there is nothing to do, and leaves the very files that
  an undisturbed run leaves: in the work tree, in the notes and in git's configuration.

Git's own lock files (config.lock and the like) stay where a process is killed while it writes what they
protect. Git asks a person to remove them; the script does it and counts these kills.

Where strace is missing or may not trace, it says so and ends well.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

CALLS = [
    "write", "writev", "pwrite64", "fsync", "fdatasync", "ftruncate", "fchmod", "rename", "renameat",
    "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
]
ROOT = ".agent/exec_plans"
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C.UTF-8",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A U Thor", "GIT_AUTHOR_EMAIL": "author@example.com",
    "GIT_COMMITTER_NAME": "C O Mitter", "GIT_COMMITTER_EMAIL": "committer@example.com",
    "GIT_AUTHOR_DATE": "1767225600 +0000", "GIT_COMMITTER_DATE": "1767225600 +0000",
}
TEMPORARY = re.compile(r"^\..*\.execplan-[0-9a-f]{16}$")


def run(words, folder, check=True):
    result = subprocess.run(words, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if check and result.returncode != 0:
        sys.exit(f"{words} failed: {result.stderr}")
    return result


def write(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def plan(folder, number, place, slug, **fields):
    identity = f"EP-20260101-{number:03d}"
    values = {"status": "active", "updated": "2026-01-01", "depends_on": "[]"} | fields
    write(folder, f"{ROOT}/{place}/{identity}_{slug}.md", f"""---
id: {identity}
title: "Plan {slug}"  # a person's comment
status: {values['status']}
kind: feature
domain: 'backend'
owner: "@mara"
created: 2026-01-01
updated: {values['updated']}
depends_on: {values['depends_on']}
---

# Plan {slug}
A text that is this plan's alone: {slug} {number}.

## Progress

* [x] The only step of {slug}.
""")


def milestone(folder, place, name, plan_id, sequence):
    write(folder, f"{ROOT}/{place}/milestones/active/{name}", f"""---
id: {plan_id}/MS{sequence:03d}
execplan_id: {plan_id}
ms: {sequence}
title: Part {sequence}
status: in_progress
domain: backend
owner: '@mara'
created: 2026-01-01
updated: '2026-01-02'
---

# Part {sequence}

What part {sequence} of {plan_id} is about.
""")


def commit(folder, message):
    run(["git", "add", "--all"], folder)
    run(["git", "commit", "--quiet", "--no-verify", "-m", message], folder)


def repository(program, folder, by_state):
    """Makes plans with milestones and notes, two with one ID, one without an ID, and a merged branch."""
    os.makedirs(folder)
    run(["git", "init", "--quiet", "--initial-branch=main"], folder)
    home = "active/" if by_state else ""
    plan(folder, 1, f"{home}auth", "auth")
    milestone(folder, f"{home}auth", "EP-20260101-001_MS001_part.md", "EP-20260101-001", 1)
    write(folder, f"{ROOT}/{home}auth/notes/measured.txt", "measured by hand\n")
    plan(folder, 2, f"{home}billing", "billing", depends_on="[EP-20260101-001]")
    plan(folder, 3, f"{home}shared", "one")
    plan(folder, 4, f"{home}shared", "two")
    for number in (3, 4):
        name = f"EP-20260101-{number:03d}"
        milestone(folder, f"{home}shared", f"{name}_MS001_part.md", name, 1)
    run([program, "registry", "build"], folder)
    commit(folder, "plans\n\nExecPlan: none (set-up)")
    run(["git", "switch", "--quiet", "-c", "ep/EP-20260101-001-auth"], folder)
    write(folder, "src/auth.txt", "work\n")
    commit(folder, "auth: work\n\nExecPlan: EP-20260101-001")
    run(["git", "switch", "--quiet", "main"], folder)
    run(["git", "merge", "--quiet", "--no-ff", "-m", "Merge auth", "ep/EP-20260101-001-auth"], folder)
    run(["git", "config", "branch.ep/EP-20260101-001-auth.execplan", "EP-20260101-001"], folder)


def done_milestones(program, folder):
    run([program, "milestone", "complete", "EP-20260101-001/MS001", "--date", "2026-02-01"], folder)
    commit(folder, "milestone\n\nExecPlan: EP-20260101-001")


def collision(program, folder):
    done_milestones(program, folder)
    path = f"{ROOT}/active/late"
    plan(folder, 2, "active/late", "late")
    commit(folder, "late: a plan whose ID is taken\n\nExecPlan: EP-20260101-002")
    write(folder, "src/late.txt", "work\n")
    commit(folder, "late: work\n\nExecPlan: EP-20260101-002")


def plain_document(program, folder):
    write(folder, "docs/plans/7-cache.md", "# Cache the pages\n\n## Progress\n\n- [ ] All of it.\n")
    run(["git", "config", "execplan.plans", "docs/plans"], folder)
    commit(folder, "docs: a plan without an ID")
    write(folder, "src/cache.txt", "work\n")
    commit(folder, "cache: work\n\nExecPlan: docs/plans/7-cache.md")


def nothing(program, folder):
    pass


DAY = ["--date", "2026-02-03"]
# Name, how plans are arranged, what is prepared besides, the words of the command.
COMMANDS = [
    ("complete", True, done_milestones, ["complete", "EP-20260101-001", *DAY]),
    ("complete (by slug)", False, done_milestones, ["complete", "EP-20260101-001", *DAY]),
    ("archive", False, nothing, ["archive", "EP-20260101-001", *DAY]),
    ("archive (shared folder)", True, nothing, ["archive", "EP-20260101-003", *DAY]),
    ("milestone complete", True, nothing, ["milestone", "complete", "EP-20260101-001/MS001", *DAY]),
    ("milestone complete (by slug)", False, nothing,
     ["milestone", "complete", "EP-20260101-001/MS001", *DAY]),
    ("sync", True, done_milestones, ["sync"]),
    ("lint --fix", True, nothing, ["lint", "--fix"]),
    ("renumber", True, collision,
     ["renumber", f"{ROOT}/active/late/EP-20260101-002_late.md"]),
    ("adopt", True, plain_document, ["adopt", "docs/plans/7-cache.md", *DAY]),
    ("init", True, nothing, ["init"]),
]


def files(folder):
    """Every file of the work tree with its content, temporary ones under `temporary`."""
    found, temporary = {}, {}
    for parent, folders, names in os.walk(folder):
        if ".git" in folders:
            folders.remove(".git")
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                content = file.read()
            target = temporary if TEMPORARY.match(name) else found
            target[os.path.relpath(path, folder)] = content
    return found, temporary


def git_state(folder):
    """What a command leaves in git: the notes and the configuration; and what it should not leave."""
    notes = run(["git", "rev-parse", "--verify", "--quiet", "refs/notes/execplan^{tree}"], folder, False)
    settings = sorted(run(["git", "config", "--local", "--list"], folder).stdout.splitlines())
    left = [name for name in os.listdir(os.path.join(folder, ".git")) if "execplan" in name]
    return notes.stdout, settings, left


def body(content):
    """A document below its front matter, in which edits leave the words."""
    parts = content.split(b"\n---\n", 1)
    return b" ".join(parts[-1].replace(b"* [", b"- [").split())


def lost(before, now, after):
    """The files of before whose content is nowhere, neither as it was nor as it was to become."""
    contents = set(now.values())
    missing = []
    for path, content in before.items():
        if path.endswith("registry.json"):
            if now.get(path) not in (content, after.get(path)):
                missing.append(path)
        elif content not in contents:
            heirs = [new for new in after.values() if body(new) == body(content)]
            if not any(heir in contents for heir in heirs):
                missing.append(path)
    return missing


def remove_locks(folder):
    removed = 0
    for parent, _, names in os.walk(os.path.join(folder, ".git")):
        for name in names:
            if name.endswith(".lock"):
                os.unlink(os.path.join(parent, name))
                removed += 1
    return removed


class Case:
    def __init__(self, program, scratch, name, by_state, prepare, words):
        self.program, self.name, self.words = program, name, words
        self.start = os.path.join(scratch, "start")
        repository(program, self.start, by_state)
        prepare(program, self.start)
        self.before, _ = files(self.start)
        whole = self.copy(os.path.join(scratch, "whole"))
        code = run([program, *words], whole, check=False).returncode
        if code not in (0, 1):
            sys.exit(f"{name} cannot be done at all")
        self.after, temporary = files(whole)
        self.git_after = git_state(whole)
        if self.before == self.after or temporary or self.git_after[2]:
            sys.exit(f"{name} changes nothing, or leaves files of its own")
        self.scratch = scratch
        self.kills, self.locks, self.problems = 0, 0, []

    def copy(self, to):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.start, to, symlinks=True)
        return to

    def kill(self, call, count):
        """Kills the command at one call; returns whether it came that far."""
        folder = self.copy(os.path.join(self.scratch, "killed"))
        trace = os.path.join(self.scratch, "trace")
        run(
            ["strace", "-f", "-o", trace, "-e", f"trace={call}",
             "-e", f"inject={call}:signal=KILL:when={count}", self.program, *self.words],
            folder, check=False)
        # It may have been a git that the program runs.
        with open(trace, encoding="utf-8", errors="replace") as file:
            if "+++ killed by SIGKILL +++" not in file.read():
                return False
        self.kills += 1
        where = f"{self.name}, killed at {call} {count}"
        now, temporary = files(folder)
        for path in lost(self.before, now | temporary, self.after):
            self.problems.append(f"{where}: {path} is lost")
        if run([self.program, "list", "--quiet"], folder, check=False).returncode != 0:
            self.problems.append(f"{where}: list does not work")
        again = run([self.program, *self.words], folder, check=False)
        if again.returncode != 0 and remove_locks(folder):
            self.locks += 1
            again = run([self.program, *self.words], folder, check=False)
        now, temporary = files(folder)
        state = git_state(folder)
        different = sorted(
            path for path in now.keys() | self.after.keys() if now.get(path) != self.after.get(path))
        if different or temporary or state != self.git_after:
            self.problems.append(
                f"{where}: run again it leaves {different or temporary or state}"
                f" and ends with {again.returncode}: {again.stderr.strip()}")
        return True

    def run(self):
        for call in CALLS:
            count = 1
            while self.kill(call, count):
                count += 1


def can_trace():
    if shutil.which("strace") is None:
        return False
    probe = run(["strace", "-f", "-o", "/dev/null", "true"], "/", check=False)
    return probe.returncode == 0


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if not can_trace():
        print("skipped: strace is not installed, or may not trace here")
        return
    program = os.path.abspath(sys.argv[1])
    known = {case[0] for case in COMMANDS}
    if unknown := set(sys.argv[2:]) - known:
        sys.exit(f"unknown: {', '.join(unknown)}; there are: {', '.join(sorted(known))}")
    problems = []
    print(f"{'command':<30} kills  git's locks  problems")
    for name, by_state, prepare, words in COMMANDS:
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            case = Case(program, scratch, name, by_state, prepare, words)
            case.run()
        print(f"{name:<30} {case.kills:>5}  {case.locks:>11}  {len(case.problems):>8}", flush=True)
        problems += case.problems
    for problem in problems:
        print(problem)
    if problems:
        sys.exit(1)


if __name__ == "__main__":
    main()
