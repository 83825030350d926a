"""Replays real histories through the rules for messages, and counts what they say.

    python3 Tests/Histories/replay_messages.py .build/release/git-execplan ~/git/*.git

Nothing is refused and nothing written: it is `git execplan check` over all commits of HEAD but the first.
The counts are held against git's own: all commits are looked at, and no merge is missed.
"""

import collections
import json
import subprocess
import sys


def git(repository, *arguments):
    return subprocess.run(
        ["git", "-C", repository, *arguments], check=True, capture_output=True, text=True
    ).stdout.split()


def replay(program, repository):
    roots = git(repository, "rev-list", "--max-parents=0", "--first-parent", "HEAD")
    commits = f"{roots[-1]}..HEAD"
    run = subprocess.run(
        [program, "-C", repository, "check", "--json", commits],
        capture_output=True, text=True, errors="replace",
    )
    if run.returncode not in (0, 1):
        sys.exit(f"{repository}: exit code {run.returncode}: {run.stderr}")
    report = json.loads(run.stdout)
    counts = collections.Counter({"checked": report["checked"], "names a plan": report["accepted"]})
    counts["of no plan"] = len(report["declared_none"])
    for kind, count in report["exempt"].items():
        counts["exempt: " + kind] = count
    refused = collections.defaultdict(set)
    for finding in report["findings"]:
        refused[finding["rule"]].add(finding["commit"])
    for rule, found in refused.items():
        counts["finding: " + rule] = len(found)
    expected = int(git(repository, "rev-list", "--count", commits)[0])
    if report["checked"] != expected:
        sys.exit(f"{repository}: {report['checked']} commits checked, git counts {expected}")
    merges = set(git(repository, "rev-list", "--merges", commits))
    missed = merges & refused["missing-id"]
    if missed:
        sys.exit(f"{repository}: merges are missed: {sorted(missed)[:3]}")
    return counts


def main():
    program, *repositories = sys.argv[1:]
    total = collections.Counter()
    for repository in repositories:
        counts = replay(program, repository)
        total += counts
        print(repository, dict(counts), flush=True)
    for name, count in sorted(total.items(), key=lambda item: -item[1]):
        print(f"{count:9}  {name}")


main()
