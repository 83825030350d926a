#!/usr/bin/env python3
"""Compares the pull requests that `git execplan which` finds in messages with those that a forge kept.

usage: compare_pull_requests.py PROGRAM [--git-cliff CLIFF] [--show COUNT] [--trailers]
                                REPOSITORY=URL [REPOSITORY=URL ...]

A REPOSITORY has the references of its pull requests (refs/pull/*/head or refs/merge-requests/*/head); URL is
that of its remote. The program is asked in a copy without these references, so that it knows messages alone.
What is true is found without reading messages:

- A merge whose second parent is the tip of a pull request brought in this one, with all commits that it added;
  of merges inside of others the innermost counts.
- A commit that changes just the blobs that a pull request changed is its squash; so is one that changes the same
  files as a single pull request of the same author, at least half of them to the same blobs. Inside of a merge
  this is so for commits that GitHub made; any other commit there may as well have been taken over from a pull
  request that was given up, and either number is right.

Commits of which this tells nothing are not judged, unless a number is none of a pull request. A number is right
or wrong; a commit is missed where none of its numbers is right. "certain" counts the program's numbers of high
confidence alone.

With --trailers, for forges whose references were not kept, what git itself reads from `Reviewed-on:` trailers
is taken for true, and commits without one are not judged. With --show, COUNT wrong and missed ones of each row are listed. With --git-cliff the same is
counted for git-cliff, which offline reads messages by patterns: once with the pattern of its documentation for
links, `#(\\d+)`, and once with that of its default configuration for titles.
"""
import argparse
import collections
import heapq
import json
import os
import re
import subprocess
import tempfile

REFERENCE = re.compile(r"refs/(pull|merge-requests)/(\d+)/head")
PATTERNS = {"git-cliff, links": r"[#!](\d+)", "git-cliff, titles": r"\((?:\w+\s)?#([0-9]+)\)"}
NUMBER_AT_END = re.compile(r"(\d+)(?:/\d+)?/?>?$")


def run(repository, *words, text=None):
    return subprocess.run(
        ["git", "-C", repository, *words], check=True, capture_output=True, input=text
    ).stdout.decode("utf-8", "replace")


class History:
    """The commits that HEAD and the pull requests reach, each behind its parents."""

    def __init__(self, repository, has_references=True):
        self.repository = repository
        layouts = collections.defaultdict(dict)
        for line in run(repository, "for-each-ref", "--format=%(objectname) %(refname)").splitlines():
            commit, name = line.split(" ", 1)
            if match := REFERENCE.fullmatch(name):
                layouts[match[1]][int(match[2])] = commit
        # A mirror on another forge has references of its own.
        self.heads = max(layouts.values(), key=len) if layouts and has_references else {}
        log = run(
            repository, "log", "--topo-order", "--reverse", "--format=%H%x00%T%x00%P%x00%ae%x00%ce%x00%s",
            "HEAD", "--stdin", text="\n".join(self.heads.values()).encode())
        self.parents, self.trees, self.authors, self.place = {}, {}, {}, {}
        self.committers, self.subjects = {}, {}
        for number, line in enumerate(log.split("\n")[:-1]):
            commit, tree, parents, author, committer, subject = line.split("\0", 5)
            self.parents[commit] = parents.split()
            self.trees[commit], self.authors[commit], self.place[commit] = tree, author, number
            self.committers[commit], self.subjects[commit] = committer, subject
        self.reached = run(repository, "rev-list", "HEAD").split()
        self.line = []
        commit = self.reached[0]
        while commit:
            self.line.append(commit)
            commit = (self.parents[commit] or [None])[0]

    def added(self, merge):
        """Returns what a merge's second parent has and its first parent lacks."""
        first, second = self.parents[merge][:2]
        paint = {first: {1}, second: {2}}
        waiting = [(-self.place[commit], commit) for commit in paint]
        heapq.heapify(waiting)
        open_ends, found = 1, set()
        while open_ends:
            _, commit = heapq.heappop(waiting)
            colours = paint[commit]
            if colours == {2}:
                open_ends -= 1
                found.add(commit)
            for parent in self.parents[commit]:
                before = paint.get(parent)
                after = (before or set()) | colours
                if before is None:
                    heapq.heappush(waiting, (-self.place[parent], parent))
                open_ends += (after == {2}) - (before == {2})
                paint[parent] = after
        return found

    def changes(self, pairs):
        """Returns for each pair of trees what changes: the files with their old and new blobs."""
        pairs = list(dict.fromkeys(pairs))
        text = "".join(f"{old} {new}\n" for old, new in pairs)
        found = {}
        output = run(self.repository, "diff-tree", "-r", "--raw", "--no-renames", "--stdin", text=text.encode())
        for line in output.splitlines():
            if line.startswith(":"):
                meta, path = line.split("\t", 1)
                found[current].append((path, *meta.split(" ")[2:4]))
            else:
                current = tuple(line.split(" "))
                found[current] = []
        return {pair: tuple(found.get(pair, ())) for pair in pairs}


def truth(history):
    """Returns the pull requests of each commit that HEAD reaches, as far as content tells."""
    numbers = collections.defaultdict(set)
    for number, head in history.heads.items():
        numbers[head].add(number)
    found = {}
    merges = [c for c in history.reached if len(history.parents[c]) == 2 and history.parents[c][1] in numbers]
    # The innermost merges come last, so that they stand.
    sides = sorted(((history.added(merge), merge) for merge in merges), key=lambda side: -len(side[0]))
    line = set(history.line)
    for commits, merge in sides:
        for commit in commits - line:
            found[commit] = numbers[history.parents[merge][1]]
    for merge in merges:
        found[merge] = numbers[history.parents[merge][1]]
    proposed = changes_of_pull_requests(history)
    single = {
        commit: (history.trees[history.parents[commit][0]], history.trees[commit])
        for commit in history.reached
        if len(history.parents[commit]) == 1 and (commit in line) != (commit in found)}
    changes = history.changes([*proposed.values(), *single.values()])
    same, alike = collections.defaultdict(set), collections.defaultdict(set)
    for number, pair in proposed.items():
        same[changes[pair]].add(number)
        files = frozenset(change[0] for change in changes[pair])
        alike[history.authors[history.heads[number]], files].add(number)
    for commit, pair in single.items():
        change = changes[pair]
        if not change:
            continue
        squash = same.get(change)
        if not squash:
            squash = alike.get((history.authors[commit], frozenset(each[0] for each in change)), set())
            squash = {n for n in squash if 2 * len({*changes[proposed[n]]} & {*change}) >= len(change)}
            if len(squash) != 1:
                continue
        if commit in line or history.committers[commit] == "noreply@github.com":
            found[commit] = squash if not squash & found.get(commit, set()) else found[commit]
        else:
            found[commit] = squash | found[commit]
    return found


def changes_of_pull_requests(history):
    """Returns the trees between which each pull request changes something."""
    place = {commit: number for number, commit in enumerate(reversed(history.line))}
    proposed = {}
    for number, head in history.heads.items():
        stack, seen, base = [head], {head}, None
        while stack:
            commit = stack.pop()
            if commit in place:
                base = commit if base is None or place[base] < place[commit] else base
                continue
            for parent in history.parents[commit]:
                if parent not in seen:
                    seen.add(parent)
                    stack.append(parent)
        if base and base != head:
            proposed[number] = (history.trees[base], history.trees[head])
    return proposed


def reviewed(history):
    """Returns the changes that trailers name, as git reads them: the last one is the commit's own."""
    log = run(
        history.repository, "log", "-z", "--format=%H%n%(trailers:key=Reviewed-on,valueonly,unfold)", "HEAD")
    found = {}
    for entry in log.split("\0"):
        words = entry.split()
        match = NUMBER_AT_END.search(words[-1]) if len(words) > 1 else None
        if match:
            found[words[0]] = {int(match[1])}
    return found


def ask_program(program, copy):
    """Returns the numbers of each commit, and those of high confidence alone."""
    root = run(copy, "rev-list", "--max-parents=0", "HEAD").split()[-1]
    answer = subprocess.run(
        [program, "-C", copy, "which", f"{root}..HEAD", "--json"], check=False, capture_output=True)
    commits = json.loads(answer.stdout)["commits"]
    return [
        {
            each["commit"]: {
                request["number"] for request in each["pull_requests"]
                if request["confidence"] in confidences}
            for each in commits}
        for confidences in [{"high", "low"}, {"high"}]]


def ask_cliff(cliff, copy, pattern):
    configuration = f"""
[git]
conventional_commits = false
filter_unconventional = false
require_conventional = false
filter_commits = false
link_parsers = [{{ pattern = '{pattern}', href = "$1", text = "$1" }}]
"""
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
        file.write(configuration)
        file.flush()
        answer = subprocess.run(
            [cliff, "--offline", "--config", file.name, "--repository", copy, "--context"], check=True,
            capture_output=True, cwd=copy)
    return {
        commit["id"]: {int(link["text"]) for link in commit.get("links", [])}
        for release in json.loads(answer.stdout) for commit in release["commits"]}


class Judge:
    """Says which numbers are right."""

    def __init__(self, history, known):
        self.history, self.known = history, known
        self.highest = max(history.heads, default=0)

    def verdict(self, commit, number):
        true = self.known.get(commit)
        if true:
            return "right" if number in true else "wrong"
        return "not judged" if number in self.history.heads or number > self.highest else "wrong"

    def is_missed(self, commit, claimed):
        true = self.known.get(commit, set())
        return bool(true) and not claimed & true

    def counts(self, claims, commits):
        counts = collections.Counter()
        for commit in commits:
            claimed = claims.get(commit, set())
            counts.update(self.verdict(commit, number) for number in claimed)
            counts["missed"] += self.is_missed(commit, claimed)
        return counts

    def show(self, claims, commits, count):
        def is_wrong(commit, claimed):
            return any(self.verdict(commit, number) == "wrong" for number in claimed)

        for word, test in [("wrong", is_wrong), ("missed", self.is_missed)]:
            chosen = [commit for commit in commits if test(commit, claims.get(commit, set()))]
            for commit in chosen[:: max(1, len(chosen) // count)][:count]:
                numbers = sorted(claims.get(commit, ()))
                true = sorted(self.known.get(commit, ()))
                print(f"    {word} {commit[:10]} {numbers} for {true}: {self.history.subjects[commit][:80]}")


def compare(arguments, repository, url):
    history = History(repository, has_references=not arguments.trailers)
    known = reviewed(history) if arguments.trailers else truth(history)
    judge = Judge(history, known)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "copy.git")
        # Tags say nothing here, and git-cliff takes long over them.
        options = ["--quiet", "--bare", "--shared", "--single-branch", "--no-tags"]
        subprocess.run(["git", "clone", *options, repository, copy], check=True)
        run(copy, "config", "remote.origin.url", url)
        every, certain = ask_program(arguments.program, copy)
        claims = {"git execplan": every, "git execplan, certain": certain}
        for name, pattern in PATTERNS.items() if arguments.git_cliff else ():
            claims[name] = ask_cliff(arguments.git_cliff, copy, pattern)
    rows = {
        "own line": history.line,
        "all but merges": [commit for commit in history.reached if len(history.parents[commit]) < 2]}
    what = "commits with a trailer" if arguments.trailers else f"{len(history.heads)} pull requests"
    sure = len(known.keys() & set(history.reached))
    print(f"{url}: {what}; of {len(history.reached)} commits {sure} have one for sure")
    print(f"  {'':16}{'':22}{'right':>8}{'wrong':>8}{'missed':>8}{'not judged':>12}")
    for row, commits in rows.items():
        for name, found in claims.items():
            counts = judge.counts(found, commits)
            words = "".join(f"{counts[key]:>{width}}" for key, width in
                            [("right", 8), ("wrong", 8), ("missed", 8), ("not judged", 12)])
            print(f"  {row:16}{name:22}{words}", flush=True)
        if arguments.show:
            judge.show(every, commits, arguments.show)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--git-cliff", metavar="CLIFF")
    parser.add_argument("--show", type=int, default=0, metavar="COUNT")
    parser.add_argument("--trailers", action="store_true")
    parser.add_argument("repositories", nargs="+", metavar="REPOSITORY=URL")
    arguments = parser.parse_args()
    for word in arguments.repositories:
        if "=" not in word:
            parser.error(f"no URL is given for {word}")
        compare(arguments, *word.split("=", 1))
