#!/usr/bin/env python3
"""Makes a repository for measurements.

usage: make_history.py SHAPE FOLDER

Shapes, each with what is special about it:

  typical         300,000 commits, 2,000 branches that still exist, 1,000 plans, 1,000 releases, 6,000 files
  long-branch     one branch with 20,000 commits that the target lacks, beside 20,000 on the target
  open-branches   2,000 branches that were never merged, 50 commits each, from all over 20,000 commits
  hot-file        one file that each of 100,000 commits of the target changes, and 200 branches that do so too
  releases        5,000 releases of 20,000 commits
  plans           1,000 plans with 4 milestones each, 10,000 commits
  wide            100,000 files, 2,000 commits, 200 open branches
  large-file      text and binary files of 64 MiB on open branches
  long-line       a file of one line of 100 MiB, changed on an open branch

The same shape is the same history each time. The repository is bare and packed, as a server's.
"""
import os
import random
import subprocess
import sys

WORDS = (
    "alpha beta gamma delta parser walker cache index trailer commit branch merge plan milestone review scan report "
    "hook config value table query"
).split()
LINES = 40


def plan_id(number):
    return f"EP-{20250101 + number % 28}-{number // 28 % 999 + 1:03d}"


def plan_document(number, status="active"):
    return (
        f'---\nid: {plan_id(number)}\ntitle: "Plan number {number}"\nstatus: {status}\nkind: feature\ndomain: backend\n'
        f'owner: "@dev"\ncreated: 2025-01-01\nupdated: 2025-01-01\ntags: []\nlinks:\n  issue: ""\n  pr: ""\n---\n\n'
        f"# Plan number {number}\n\n## Progress\n\n- [ ] Build it.\n"
    )


def plan_path(number):
    return f".agent/exec_plans/plan-{number}/{plan_id(number)}_plan-{number}.md"


def text(lines):
    return ("\n".join(lines) + "\n").encode()


class Stream:
    """A stream for `git fast-import`."""

    def __init__(self, write):
        self.write = write
        self.mark = 0
        self.clock = 1_500_000_000

    def commit(self, branch, message, parent, files=(), merged=None, author=None):
        """Writes a commit; returns its mark and what tells who wrote it when."""
        self.mark += 1
        self.clock += random.randint(20, 200)
        number = self.mark % 40
        committer = f"Dev {number} <dev{number}@example.com> {self.clock} +0000"
        author = author or committer
        message = message.encode()
        self.write(
            f"commit refs/heads/{branch}\nmark :{self.mark}\nauthor {author}\ncommitter {committer}\n"
            f"data {len(message)}\n".encode()
        )
        self.write(message)
        self.write(b"\n")
        if parent:
            self.write(b"from :%d\n" % parent)
        if merged:
            self.write(b"merge :%d\n" % merged)
        for path, content in files:
            data = content if isinstance(content, bytes) else text(content)
            self.write(b"M 100644 inline %s\ndata %d\n" % (path.encode(), len(data)))
            self.write(data)
            self.write(b"\n")
        self.write(b"\n")
        return self.mark, author

    def branch(self, name, mark):
        self.write(b"reset refs/heads/%s\nfrom :%d\n\n" % (name.encode(), mark))

    def delete(self, name):
        self.write(b"reset refs/heads/%s\nfrom 0000000000000000000000000000000000000000\n\n" % name.encode())

    def tag(self, name, mark):
        self.write(
            b"tag %s\nfrom :%d\ntagger R <r@example.com> %d +0000\ndata 8\nrelease\n\n"
            % (name.encode(), mark, self.clock)
        )


class Tree:
    """The files of the target: the number of the last change of each line, by path."""

    def __init__(self, count):
        self.paths = []
        for number in range(count):
            folder = number // 10
            self.paths.append(f"src/module{folder // 10:03d}/part{folder % 10}/file{number % 10}.txt")
        # Real trees have folders with many files too.
        for number in range(count // 10):
            self.paths.append(f"tests/test{number:05d}.txt")
        self.files = {}

    def lines(self, path):
        return self.files.setdefault(path, [f"line {i} of {path}" for i in range(LINES)])

    def everything(self):
        return [(path, self.lines(path)) for path in self.paths]


class Feature:
    """A branch: what it changes, line by line, and the files as it sees them."""

    def __init__(self, number, kind, plan, name, tip, tree, trailers, length=None):
        self.number, self.kind, self.plan, self.name, self.tip = number, kind, plan, name, tip
        self.trailers = trailers
        self.left = length or random.randint(1, 6)
        self.own = {path: list(tree.lines(path)) for path in random.sample(tree.paths, random.randint(1, 4))}
        self.edits = []
        self.commits = []

    def message(self, step):
        title = f"{random.choice(WORDS)}: {random.choice(WORDS)} {self.number}.{step}"
        body = " ".join(random.choice(WORDS) for _ in range(24))
        lines = [title, "", body[:70], body[70:140], ""]
        if self.trailers:
            lines += [f"ExecPlan: {plan_id(self.plan)}", f"Milestone: {plan_id(self.plan)}/MS{step % 4 + 1:03d}"]
        lines += [f"Signed-off-by: Dev <dev{self.number % 40}@example.com>", ""]
        return "\n".join(lines)

    def advance(self, stream):
        """Makes the next commit of the branch."""
        step = len(self.commits) + 1
        changed = random.sample(list(self.own), random.randint(1, len(self.own)))
        edits = []
        for path in changed:
            place = random.randrange(LINES)
            line = f"{path} by feature {self.number}, step {step}"
            self.own[path][place] = line
            edits.append((path, place, line))
        message = self.message(step)
        self.tip, author = stream.commit(
            "work", message, self.tip, [(path, self.own[path]) for path in changed]
        )
        self.edits += edits
        self.commits.append((message, author, edits))
        self.left -= 1


class History:
    """A target on which features land, in all the ways there are."""

    def __init__(self, stream, files, plans):
        self.stream, self.tree, self.plans = stream, Tree(files), plans
        documents = [(plan_path(number), plan_document(number).encode()) for number in range(plans)]
        self.main, _ = stream.commit("main", "start\n", None, self.tree.everything() + documents)
        self.number = 0
        self.releases = 0

    def feature(self, kind, length=None):
        self.number += 1
        plan = random.randrange(self.plans)
        # Some branches say whose they are by their name, some by trailers, some say nothing.
        lot = random.random()
        name = f"feat/{kind}{self.number:05d}"
        if 0.5 <= lot < 0.75:
            name = f"feat/{plan_id(plan)}-{kind}{self.number:05d}"
        return Feature(self.number, kind, plan, name, self.main, self.tree, lot < 0.5, length)

    def apply(self, edits):
        """Applies changed lines to the target; returns the files that they change."""
        changed = {}
        for path, place, line in edits:
            lines = changed.get(path) or list(self.tree.lines(path))
            lines[place] = line
            changed[path] = lines
        self.tree.files.update(changed)
        return list(changed.items())

    def land(self, feature):
        stream = self.stream
        if feature.kind == "m":
            message = f"Merge branch '{feature.name}'\n"
            self.main, _ = stream.commit("main", message, self.main, self.apply(feature.edits), feature.tip)
        elif feature.kind == "s":
            titles = [message.partition("\n")[0] for message, _, _ in feature.commits]
            message = f"{titles[0]} (#{feature.number})\n"
            if len(titles) > 1:
                message = f"Feature {feature.number} (#{feature.number})\n\n" + "".join(f"* {t}\n\n" for t in titles)
            self.main, _ = stream.commit("main", message, self.main, self.apply(feature.edits))
        elif feature.kind == "r":
            for message, author, edits in feature.commits:
                self.main, _ = stream.commit("main", message, self.main, self.apply(edits), author=author)

    def direct(self):
        """A commit on the target itself; one in ten keeps a plan up to date."""
        if random.random() < 0.1:
            number = random.randrange(self.plans)
            document = plan_document(number).replace("Build it.", f"Build it, part {self.stream.mark}.")
            files = [(plan_path(number), document.encode())]
        else:
            path = random.choice(self.tree.paths)
            line = f"direct {self.stream.mark}"
            files = self.apply([(path, random.randrange(LINES), line)])
        message = f"{random.choice(WORDS)}: direct change {self.stream.mark}\n"
        self.main, _ = self.stream.commit("main", message, self.main, files)

    def release(self):
        self.releases += 1
        self.stream.tag(f"v{self.releases // 100 + 1}.{self.releases % 100}.0", self.main)

    def open_branch(self, length):
        feature = self.feature("u", length)
        while feature.left:
            feature.advance(self.stream)
        self.stream.branch(feature.name, feature.tip)

    def finish(self):
        self.stream.branch("main", self.main)
        self.stream.delete("work")


def typical(stream, commits=300_000, branches=2_000, files=6_000, plans=1_000, releases=1_000):
    """Half of the branches that exist are merged, a fifth squashed, 15 % rebased, 15 % open."""
    history = History(stream, files, plans)
    kinds = "m" * 50 + "s" * 20 + "r" * 15 + "u" * 15
    active, kept = [], 0
    while stream.mark < commits:
        done = stream.mark / commits
        if len(active) < 12:
            if kept < branches * done:
                kept += 1
                feature = history.feature(kinds[kept * 37 % 100])
                feature.isKept = True
            else:
                feature = history.feature(random.choice("mmmmmmsssr"))
                feature.isKept = False
            active.append(feature)
        feature = random.choice(active)
        if feature.left:
            feature.advance(stream)
        else:
            active.remove(feature)
            if feature.isKept:
                stream.branch(feature.name, feature.tip)
            history.land(feature)
        if random.random() < 0.15:
            history.direct()
        if history.releases < releases * done:
            history.release()
    history.finish()


def target_of(stream, commits, files=600, plans=50, releases=0, branches=0, length=3):
    """A target of merged and squashed features, with open branches left behind all along."""
    history = History(stream, files, plans)
    left = 0
    for step in range(commits):
        done = (step + 1) / commits
        if step % 10 == 0:
            feature = history.feature(random.choice("ms"))
            feature.advance(stream)
            history.land(feature)
        else:
            history.direct()
        if history.releases < releases * done:
            history.release()
        if left < branches * done:
            left += 1
            history.open_branch(length)
    return history


def long_branch(stream):
    history = target_of(stream, 1_000)
    feature = history.feature("u", 20_000)
    feature.trailers = True
    feature.own = {path: list(history.tree.lines(path)) for path in random.sample(history.tree.paths, 100)}
    while feature.left:
        changed = random.choice(list(feature.own))
        whole = feature.own
        feature.own = {changed: whole[changed]}
        feature.advance(stream)
        feature.own = whole
    stream.branch(f"feat/{plan_id(feature.plan)}-long", feature.tip)
    for _ in range(20_000):
        history.direct()
    history.finish()


def open_branches(stream):
    target_of(stream, 20_000, branches=2_000, length=50).finish()


def hot_file(stream):
    history = History(stream, 600, 50)
    for step in range(100_000):
        lines = list(history.tree.lines("CHANGES.txt"))
        lines[step % LINES] = f"change {step}"
        history.tree.files["CHANGES.txt"] = lines
        history.main, _ = stream.commit("main", f"change {step}\n", history.main, [("CHANGES.txt", lines)])
        if step % 500 == 0:
            feature = history.feature("u", 5)
            feature.own = {"CHANGES.txt": list(lines)}
            while feature.left:
                feature.advance(stream)
            stream.branch(feature.name, feature.tip)
    history.finish()


def releases(stream):
    target_of(stream, 20_000, releases=5_000, branches=100).finish()


def plans(stream):
    history = target_of(stream, 10_000, plans=1_000, branches=200)
    files = []
    for number in range(1_000):
        for milestone in range(1, 5):
            name = f"{plan_id(number)}/MS{milestone:03d}"
            document = (
                f"---\nid: {name}\nexecplan: {plan_id(number)}\nms: {milestone}\ntitle: \"Milestone {milestone}\"\n"
                f"status: planned\ndomain: backend\nowner: \"@dev\"\ncreated: 2025-01-01\nupdated: 2025-01-01\n---\n\n"
                f"# Milestone {milestone}\n"
            )
            path = f".agent/exec_plans/plan-{number}/active/MS{milestone:03d}_step.md"
            files.append((path, document.encode()))
    history.main, _ = stream.commit("main", "plans: milestones\n", history.main, files)
    history.finish()


def wide(stream):
    target_of(stream, 2_000, files=90_000, branches=200).finish()


def large_file(stream):
    history = target_of(stream, 500, branches=20)
    line = b"x" * 63 + b"\n"
    blobs = [
        ("text", line * (1 << 20)),
        ("text", line * (1 << 19) + b"changed\n" + line * (1 << 19)),
        ("binary", random.randbytes(64 << 20)),
        ("binary", random.randbytes(64 << 20)),
    ]
    for name in ("text", "binary"):
        tip = history.main
        for kind, blob in blobs:
            if kind == name:
                message = f"{name}: add it\n\nExecPlan: {plan_id(1)}\n"
                tip, author = stream.commit("work", message, tip, [(f"large.{name}", blob)])
                # The target has a commit of the same name that is not the same change.
                history.main, _ = stream.commit(
                    "main", message, history.main, [(f"large.{name}", blob + b"more\n")], author=author
                )
        stream.branch(f"feat/large-{name}", tip)
    history.finish()


def long_line(stream):
    history = target_of(stream, 500, branches=20)
    row = b"0123456789abcdef" * (100 << 16)
    history.main, _ = stream.commit("main", "data: add it\n", history.main, [("data.json", row)])
    message = f"data: change it\n\nExecPlan: {plan_id(1)}\n"
    tip, author = stream.commit("work", message, history.main, [("data.json", b"[" + row + b"]")])
    stream.branch("feat/line", tip)
    history.main, _ = stream.commit("main", message, history.main, [("data.json", row + b"\n")], author=author)
    history.direct()
    history.finish()


SHAPES = {
    shape.__name__.replace("_", "-"): shape
    for shape in (typical, long_branch, open_branches, hot_file, releases, plans, wide, large_file, long_line)
}


def make(shape, folder):
    """Makes the repository of a shape in a folder that does not exist yet."""
    random.seed(42)
    git = ["git", "-C", folder]
    partial = folder + ".partial"
    subprocess.run(["rm", "-rf", partial], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", partial], check=True)
    git = ["git", "-C", partial]
    with subprocess.Popen(git + ["fast-import", "--quiet"], stdin=subprocess.PIPE) as importer:
        SHAPES[shape](Stream(importer.stdin.write))
        importer.stdin.close()
    if importer.returncode:
        raise SystemExit(f"git fast-import failed with {importer.returncode}")
    subprocess.run(git + ["pack-refs", "--all"], check=True)
    os.rename(partial, folder)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SHAPES:
        raise SystemExit(__doc__)
    make(sys.argv[1], sys.argv[2])
