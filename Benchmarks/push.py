#!/usr/bin/env python3
"""Times pushes of many commits: without a hook, with pre-receive, and with a hook in shell that greps.

Usage: push.py PROGRAM [COMMITS [PLANS]]       (a release build; 10000 commits and 1000 plans by default)

Every commit changes one of 500 files; three of ten change a plan's document too. Times are the processor's, of git
and all that it starts, and so hold on a busy machine.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

SHELL = """#!/bin/sh
while read -r old new ref; do
  git log --format='%H %(trailers:key=ExecPlan,valueonly,separator=%x2C)' "$new" --not --all |
    grep -q ' $' && exit 1
done
exit 0
"""


def plan_id(number):
    return f"EP-202601{1 + number // 999:02}-{1 + number % 999:03}"


def plan(number, revision):
    text = "Some words of the plan that go on for a while.\n" * 20
    return (
        f'---\nid: {plan_id(number)}\ntitle: "Plan {number}"\nstatus: active\nkind: feature\n'
        f'domain: backend\nowner: "@mara"\ncreated: 2026-01-01\nupdated: 2026-01-01\n---\n\n'
        f"# Plan {number}\n\n## Progress\n\n- [ ] Step {revision}.\n\n{text}"
    )


def history(commits, plans, names_plans):
    """Yields what `git fast-import` reads: a beginning, tagged `base`, and the commits to push."""
    lots = random.Random(1)

    def data(text):
        return f"data {len(text.encode())}\n{text}\n"

    def commit(message, files, clock):
        yield f"commit refs/heads/main\ncommitter A <a@example.com> {clock} +0000\n" + data(message)
        for path, text in files:
            yield f"M 644 inline {path}\n" + data(text)

    def path(number):
        return f".agent/exec_plans/plan-{number}/{plan_id(number)}_plan-{number}.md"

    files = [(path(number), plan(number, 0)) for number in range(plans)]
    files += [(f"src/{place % 20}/{place}.c", "begin\n") for place in range(500)]
    yield from commit("begin\n\nExecPlan: none", files, 1_700_000_000)
    yield "reset refs/tags/base\nfrom refs/heads/main\n\n"
    for number in range(commits):
        chosen, place = lots.randrange(plans), lots.randrange(500)
        files = [(f"src/{place % 20}/{place}.c", f"{number}\n")]
        if lots.random() < 0.3:
            files.append((path(chosen), plan(chosen, number)))
        trailer = f"\n\nExecPlan: {plan_id(chosen)}" if names_plans else ""
        message = f"change {number}\n\nWhy, in a few words.{trailer}"
        yield from commit(message, files, 1_700_000_060 + 60 * number)


def git(*words, **options):
    return subprocess.run(
        ["git", *words], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, **options
    ).returncode


def push(clone, server, hook):
    """Pushes `main` to a new server that holds `base`; returns processor and wall seconds, and git's code."""
    git("init", "--bare", "--initial-branch=main", server)
    git("-C", clone, "push", server, "base:refs/heads/main")
    if hook:
        path = os.path.join(server, "hooks", "pre-receive")
        with open(path, "w") as file:
            file.write(hook)
        os.chmod(path, 0o755)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    code = git("-C", clone, "push", server, "main")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return processor, time.monotonic() - start, code


def main():
    program = os.path.realpath(sys.argv[1])
    commits = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    plans = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000
    os.environ.update(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
    ours = f"#!/bin/sh\nexec '{program}' hook pre-receive\n"
    with tempfile.TemporaryDirectory() as folder:
        for names_plans in [True, False]:
            clone = os.path.join(folder, f"clone-{names_plans}")
            git("init", "--initial-branch=main", clone)
            text = "".join(history(commits, plans, names_plans))
            git("-C", clone, "fast-import", "--quiet", input=text.encode())
            print(f"{commits} commits, {plans} plans, {'all fine' if names_plans else 'none fine'}")
            for name, hook in [("no hook", None), ("git-execplan", ours), ("shell", SHELL)]:
                server = os.path.join(folder, f"server-{names_plans}-{name}")
                processor, wall, code = push(clone, server, hook)
                print(f"  {name:13} {processor:6.2f} s of processor, {wall:6.2f} s, exit code {code}")


main()
