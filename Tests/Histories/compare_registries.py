"""Compares the registries of git-execplan with those of agentrules over whole histories.

    python3 compare_registries.py PROGRAM PYTHON REPOSITORY...

PROGRAM is git-execplan, PYTHON a Python that has agentrules 4.3.0. Of every commit of each repository the
folder of plans is taken, each distinct one once. Both programs build its registry: both have to refuse, or both
have to write the same bytes; and where they write, they have to warn of the same misplaced plans. What
git-execplan alone looks at (cycles, milestones, dates in disorder) are warnings, and do not count.
"""
import collections
import io
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile

ROOTS = [".agent/exec_plans", ".agents/exec_plans"]
# Of the rules of git-execplan, those that agentrules has as warnings.
WARNINGS = {"archived-outside-complete", "open-in-complete"}
WORKER = """
import json, pathlib, sys
from agentrules.core.execplan.registry import build_execplan_registry
for line in sys.stdin:
    root, plans, out = map(pathlib.Path, json.loads(line))
    result = build_execplan_registry(root=root, execplans_dir=plans, output_path=out)
    print(json.dumps({
        "wrote": result.wrote_registry,
        "errors": [f"{i.path}: {i.message}" for i in result.issues if i.severity == "error"],
        "warned": sorted(str(i.path) for i in result.issues if i.severity == "warning"),
    }), flush=True)
"""


class Peer:
    """agentrules, started once."""

    def __init__(self, python):
        self.process = subprocess.Popen(
            [python, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def build(self, root, plans, out):
        self.process.stdin.write(json.dumps([str(root), plans, str(out)]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def git(repository, *words, text=True):
    output = subprocess.run(["git", "-C", repository, *words], check=True, capture_output=True).stdout
    return output.decode("utf-8", "replace") if text else output


def trees_of(repository):
    """Returns the number of commits with plans, and for each distinct folder of plans a commit that has it."""
    commits, trees = 0, {}
    history = git(repository, "rev-list", "--all", "--reverse").split()
    wanted = "".join(f"{commit}:{root}\n" for commit in history for root in ROOTS)
    answers = subprocess.run(
        ["git", "-C", repository, "cat-file", "--batch-check=%(objectname) %(objecttype)"],
        input=wanted.encode(), check=True, capture_output=True).stdout.decode().splitlines()
    for place, answer in enumerate(answers):
        name, _, kind = answer.partition(" ")
        if kind == "tree":
            commits += 1
            trees.setdefault((name, ROOTS[place % len(ROOTS)]), history[place // len(ROOTS)])
    return commits, trees


def unpack(repository, tree, folder):
    archive = git(repository, "archive", "--format=tar", tree, text=False)
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def judge(program, peer, root, plans, scratch):
    """Returns what the two make of the work tree `root`: "identical", "refused", or how they differ."""
    registry = root / plans / "registry.json"
    registry.unlink(missing_ok=True)
    ours = subprocess.run([program, "-C", root, "registry", "build"], capture_output=True)
    written = registry.read_bytes() if registry.exists() else None
    registry.unlink(missing_ok=True)
    out = scratch / "peer.json"
    out.unlink(missing_ok=True)
    theirs = peer.build(root, plans, out)
    expected = out.read_bytes() if theirs["wrote"] else None
    if written is None and expected is None:
        return "refused" if ours.returncode == 2 else f"exit code {ours.returncode} for a refusal"
    if written is None:
        # The findings are lines of the form "path:line:column: error: message [rule]".
        errors = [line for line in ours.stdout.decode().splitlines() if ": error: " in line]
        return "git-execplan alone refuses: " + (errors or [ours.stderr.decode()])[0].split(": error: ")[-1]
    if expected is None:
        return "agentrules alone refuses: " + theirs["errors"][0].split("\n")[0]
    if written != expected:
        return "the bytes differ"
    check = subprocess.run(
        [program, "-C", root, "registry", "check", "--json"], capture_output=True, check=True)
    warned = sorted(f["path"] for f in json.loads(check.stdout)["findings"] if f["rule"] in WARNINGS)
    return "identical" if warned == theirs["warned"] else "the warnings differ"


def compare(program, peer, repository):
    commits, trees = trees_of(repository)
    counts = collections.Counter()
    for (tree, plans), commit in trees.items():
        with tempfile.TemporaryDirectory() as folder:
            scratch = pathlib.Path(folder).resolve()
            root = scratch / "tree"
            (root / plans).mkdir(parents=True)
            git(str(root), "init", "--quiet")
            unpack(repository, tree, root / plans)
            verdict = judge(program, peer, root, plans, scratch)
        counts[verdict] += 1
        if verdict not in ("identical", "refused"):
            print(f"  {commit[:10]}:{plans}: {verdict}")
    differing = len(trees) - counts["identical"] - counts["refused"]
    print(f"{repository}: {commits} commits with plans, {len(trees)} distinct trees: {counts['identical']} identical, "
          f"{counts['refused']} refused by both, {differing} different", flush=True)
    return differing


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    peer = Peer(sys.argv[2])
    sys.exit(1 if sum([compare(program, peer, repository) for repository in sys.argv[3:]]) else 0)
