#!/usr/bin/env python3
"""Measures the program on the repositories that `make_history.py` makes.

usage: measure.py PROGRAM FOLDER [SHAPE ...]

Repositories that FOLDER lacks are made first; `typical` takes some minutes and 1 GB. Prints a Markdown table: the
processor's time (user and system) and the largest resident memory of each command, the median of three runs. The
same shape is measured with git's own commands that come nearest.
"""
import os
import re
import shlex
import statistics
import subprocess
import sys
import time

import make_history

RUNS = 3
LIMIT = 600
EVERYWHERE = ["status"]
TYPICAL = [
    "status --json",
    "release",
    "which HEAD",
    "log EP-20250102-001",
    "check HEAD~1000..HEAD",
    "link --scan",
    "git log --all --format='%H %(trailers)'",
    "git branch --merged",
    "git log --name-only --no-merges --format= main",
]


def run(words, folder):
    """Runs a command once; returns its processor time in seconds and its peak memory in MB, or None if it is killed."""
    process = subprocess.Popen(
        words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + LIMIT
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            # Peak memory comes in KB, but in bytes on macOS.
            unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
            return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
        if time.monotonic() > end:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.005)


def measure(command, program, folder):
    words = shlex.split(command)
    if words[0] != "git":
        words = [program] + words
    results = [run(words, folder) for _ in range(RUNS)]
    if None in results:
        return f"more than {LIMIT} s", ""
    seconds = statistics.median(result[0] for result in results)
    memory = statistics.median(result[1] for result in results)
    return f"{seconds:.2f}", f"{memory:.0f}"


def main():
    if len(sys.argv) < 3 or any(shape not in make_history.SHAPES for shape in sys.argv[3:]):
        raise SystemExit(__doc__)
    program, parent = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    print("| repository | command | CPU seconds | MB |\n|---|---|---|---|")
    for shape in sys.argv[3:] or make_history.SHAPES:
        folder = f"{parent}/{shape}.git"
        if not os.path.exists(folder):
            make_history.make(shape, folder)
        for command in EVERYWHERE + (TYPICAL if shape == "typical" else []):
            seconds, memory = measure(command, program, folder)
            shown = re.sub(r"\|", r"\\|", command)
            print(f"| {shape} | `{shown}` | {seconds} | {memory} |", flush=True)


if __name__ == "__main__":
    main()
