"""Merges random branches of plans with git, and looks at what the merge drivers make of it.

    python3 merge_random_plans.py PROGRAM COUNT SEED [NUMBER]

In a repository that `git-execplan init` set up, two branches change plans, each with its registry: fields, lists,
links, text, new plans, deleted ones, moved ones. They come together by merge, rebase, cherry-pick or `git
merge-tree`. A merge without conflict must leave the registry that `registry build` makes of the merged plans; a
conflict in the registry must be one in a plan too, or two plans with one ID, or a plan that one side deleted and the
other changed: git can take a new plan for the deleted one under another name. The rest is counted. With NUMBER one
merge is made again, in the folder `merge-NUMBER`, which stays.
"""
import collections
import contextlib
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = ".agent/exec_plans"
TEMPLATES = [
    """---
id: {id}
title: "Plan {id}"  # short
status: planned
kind: feature
domain: backend
owner: "@ada"
created: 2026-01-17
updated: 2026-01-17
tags: [one, two]
touches: [api]
risk: low
breaking: false
migration: false
links:
  issue: ""
  pr: ""
  docs: ""
depends_on: []
supersedes: []
---
""", """---
id: {id}
title: Plan {id}
status: active
kind: perf
domain: infra
owner: '@codex'
created: 2026-01-17
updated: '2026-01-18'
tags:
- one
- two
touches:
- api
risk: med
breaking: false
migration: true
links:
  issue: ''
  pr: ''
depends_on: []
supersedes: []
---
"""]
BODY = "\n# Plan\n\n## Progress\n\n" + "".join(f"- [ ] step {n}\n\n" for n in range(8)) + "## Decision Log\n\nNone.\n"


def edit_field(r, text):
    def put(key, values, quotes=True):
        lines = text.splitlines(keepends=True)
        for place, line in enumerate(lines):
            if line.lstrip().startswith(key + ":"):
                head, _, rest = line.partition(":")
                comment = "  #" + rest.split("  #", 1)[1] if "  #" in rest else "\n"
                quote = rest.strip()[:1] if rest.strip()[:1] in ("'", '"') else ""
                lines[place] = f"{head}: {quote}{r.choice(values)}{quote}{comment}"
        return "".join(lines)

    def lists(key):
        words = ["one", "two", "three", "four"] if key == "tags" else ["api", "db", "ui"]
        chosen = r.sample(words, r.randint(0, 3))
        lines, skipping = [], False
        for line in text.splitlines(keepends=True):
            if skipping and line.startswith("- "):
                continue
            skipping = line.startswith(key + ":")
            if not skipping:
                lines.append(line)
            elif "[" in line and chosen or not chosen:
                lines.append(f"{key}: [{', '.join(chosen)}]\n")
            else:
                lines.append(f"{key}:\n" + "".join(f"- {word}\n" for word in chosen))
        return "".join(lines)

    return r.choice([
        lambda: put("status", ["planned", "active", "paused", "done"]),
        lambda: put("status", ["active", "done"]),
        lambda: put("updated", ["2026-02-0%d" % day for day in range(1, 6)]),
        lambda: put("updated", ["2026-02-0%d" % day for day in range(1, 6)]),
        lambda: put("pr", ["#1", "#2", "#3"]), lambda: put("issue", ["x", "y"]), lambda: put("kind", ["docs", "infra"]),
        lambda: put("breaking", ["true"]), lambda: put("risk", ["high", "low"]), lambda: lists("tags"),
        lambda: lists("touches"), lambda: text.replace("risk: low\n", ""), lambda: text.replace("step %d\n" % r.randint(0, 7), "done\n"),
        lambda: text.replace("created:", "# a note\ncreated:"), lambda: text + "\nMore of %d.\n" % r.randint(0, 1),
    ])()


class Scratch:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.environment = {
            **os.environ, "HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true",
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "A"), ("EMAIL", "a@b"))}}
        self.git("init", "--quiet", "--initial-branch=main")
        self.execplan("init")

    def run(self, *words, check=True):
        outcome = subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if check and outcome.returncode:
            raise RuntimeError(f"{words}: {outcome.stdout}{outcome.stderr}")
        return outcome

    def git(self, *words, check=True):
        return self.run("git", *words, check=check)

    def execplan(self, *words, check=True):
        return self.run(self.program, *words, check=check)

    def plans(self):
        return sorted(self.folder.glob(f"{ROOT}/**/EP-*.md"))

    def write(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def commit(self, subject):
        self.execplan("registry", "build")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", subject)


def change(r, scratch, side):
    for path in scratch.plans():
        if r.random() < 0.35:
            continue
        if r.random() < 0.05:
            path.unlink()
            continue
        text = path.read_text()
        for _ in range(r.randint(1, 3)):
            text = edit_field(r, text)
        path.write_text(text)
        if r.random() < 0.1:
            target = scratch.folder / ROOT / "archive/2026/02/03" / path.parent.name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
    if r.random() < 0.6:
        number = side if r.random() < 0.95 else 9
        id = f"EP-20260201-00{number}"
        scratch.write(scratch.folder / ROOT / f"new{side}" / f"{id}_new{side}.md", r.choice(TEMPLATES).format(id=id) + BODY)


def bring_together(r, scratch):
    """Returns the paths in conflict; the merged tree is checked out."""
    way = r.choice(["merge", "rebase", "cherry-pick", "merge-tree"])
    if way == "merge-tree":
        outcome = scratch.git("merge-tree", "--write-tree", "--name-only", "--no-messages", "right", "left", check=False)
        lines = outcome.stdout.splitlines()
        if outcome.returncode == 0:
            scratch.git("read-tree", "--reset", "-u", lines[0])
        return way, set(lines[1:])
    words = {"merge": ["merge", "--no-edit", "left"], "rebase": ["rebase", "left"], "cherry-pick": ["cherry-pick", "--allow-empty", "--keep-redundant-commits", "left"]}
    if scratch.git(*words[way], check=False).returncode == 0:
        return way, set()
    unmerged = scratch.git("ls-files", "--unmerged", "-z").stdout.split("\0")
    return way, {line.split("\t")[1] for line in unmerged if line}


@contextlib.contextmanager
def kept(folder):
    pathlib.Path(folder).mkdir()
    yield str(pathlib.Path(folder).resolve())


def main(program, count, seed, only=None):
    counts, failures = collections.Counter(), 0
    for number in range(count) if only is None else [only]:
        r = random.Random(seed * 1_000_003 + number)
        with tempfile.TemporaryDirectory() if only is None else kept(f"merge-{only}") as folder:
            scratch = Scratch(program, folder)
            for plan in range(1, r.randint(2, 4)):
                id = f"EP-20260117-00{plan}"
                scratch.write(scratch.folder / ROOT / f"p{plan}" / f"{id}_p{plan}.md", r.choice(TEMPLATES).format(id=id) + BODY)
            scratch.commit("base")
            for side, branch in enumerate(["left", "right"], start=1):
                scratch.git("switch", "--quiet", "--create", branch, "main")
                change(r, scratch, side)
                scratch.commit(branch)
            way, conflicts = bring_together(r, scratch)
            registry = f"{ROOT}/registry.json"
            if not conflicts:
                counts["clean"] += 1
                before = (scratch.folder / registry).read_bytes()
                build = scratch.execplan("registry", "build", check=False)
                after = (scratch.folder / registry).read_bytes()
                if build.returncode or before != after:
                    failures += 1
                    print(f"merge {number} ({way}): the registry is not that of the plans: {build.stdout}{build.stderr}")
                continue
            plans = {path for path in conflicts if path.endswith(".md")}
            counts["conflict in " + " and ".join(
                (["a plan"] if plans else []) + (["the registry"] if registry in conflicts else []))] += 1
            ids = [path.name[:15] for path in scratch.plans()] if way != "merge-tree" else []
            deleted = scratch.git("diff", "--name-only", "--no-renames", "--diff-filter=D", "main", "left").stdout
            deleted += scratch.git("diff", "--name-only", "--no-renames", "--diff-filter=D", "main", "right").stdout
            if registry in conflicts and not plans and len(set(ids)) == len(ids) and ids and not deleted:
                failures += 1
                print(f"merge {number} ({way}): only the registry is in conflict")
    print(f"{count} merges: " + ", ".join(f"{number} {what}" for what, number in counts.most_common()) + f"; {failures} wrong")
    return failures


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    program, *numbers = sys.argv[1:]
    sys.exit(1 if main(str(pathlib.Path(program).resolve()), *map(int, numbers)) else 0)
