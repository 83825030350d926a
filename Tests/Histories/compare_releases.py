#!/usr/bin/env python3
"""Compares `git execplan release --all` with an independent count by `git log`.

usage: compare_releases.py PROGRAM REPOSITORY [REPOSITORY ...]

For each release that the program reports, git lists the commits that the tag reaches and no release among
its ancestors does. Their messages are searched for `ExecPlan:` and `Milestone:` lines, and the files that
they change tell work from upkeep. The plans, their commits and the number of commits without a plan have to
be the same. It counts what commits say themselves; a repository whose merges bring in commits without
trailers differs by these.
"""
import json
import re
import subprocess
import sys

LINE = re.compile(r"^[ \t]*(?:ExecPlan|Milestone)[ \t]*:[ \t]*(.+?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
ID = re.compile(r"EP-\d{8}-\d{3}")


def run(repository, *words):
    return subprocess.run(
        ["git", "-C", repository, *words], check=True, capture_output=True
    ).stdout.decode("utf-8", "replace")


def plans_of(message, known):
    found = set()
    for value in LINE.findall(message):
        found.update(i for i in ID.findall(value) if i in known)
        if value in known:
            found.add(value)
    return found


def is_work(repository, commit, documents):
    paths = run(repository, "diff-tree", "--root", "-r", "--no-commit-id", "--name-only", "-z", commit)
    return any(
        path and path not in documents and not re.match(r"\.agents?/exec_plans/", path)
        for path in paths.split("\0")
    )


def count(repository, tag, releases, known, documents):
    commit = run(repository, "rev-parse", f"{tag}^{{commit}}").strip()
    ancestors = [
        name
        for name in run(repository, "tag", "--merged", tag).split()
        if name in releases and run(repository, "rev-parse", f"{name}^{{commit}}").strip() != commit
    ]
    log = run(
        repository, "log", "--no-merges", "--format=%H%x00%B%x00%x00", f"refs/tags/{tag}", "--not",
        *[f"refs/tags/{name}" for name in ancestors],
    )
    plans, unplanned = {}, 0
    for entry in log.split("\0\0\n"):
        if not entry.strip():
            continue
        name, _, message = entry.partition("\0")
        linked = plans_of(message, known)
        unplanned += not linked
        for plan in linked:
            plans.setdefault(plan, []).append(name.strip())
    listed = {
        plan: sorted(commits)
        for plan, commits in plans.items()
        if any(is_work(repository, commit, documents) for commit in commits)
    }
    return listed, unplanned


def compare(program, repository):
    def ask(*words):
        return json.loads(
            subprocess.run([program, "-C", repository, *words, "--json"], check=True, capture_output=True).stdout)

    known = {plan["id"]: plan["path"] for plan in ask("list")["plans"]}
    releases = {release["tag"]: release for release in ask("release", "--all")["releases"]}
    differing = listed = 0
    for tag, release in releases.items():
        plans, unplanned = count(repository, tag, releases, known, set(known.values()))
        ours = {plan["id"]: sorted(plan["commits"]) for plan in release["plans"]}
        listed += len(ours)
        if ours != plans or release["unplanned"] != unplanned:
            differing += 1
            print(f"{repository} {tag}: {len(ours)} plans, git log counts {len(plans)}; "
                  f"{release['unplanned']} commits without a plan, git log counts {unplanned}")
    print(f"{repository}: {len(releases)} releases, {listed} plans in them, {differing} releases differ")
    return differing


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(1 if sum([compare(sys.argv[1], repository) for repository in sys.argv[2:]]) else 0)
