"""Collects every version of every Markdown file with front matter from whole histories.

    python3 extract_documents.py FOLDER REPOSITORY...
    EXECPLAN_DOCUMENTS=FOLDER swift test --filter EditVerifierTests

FOLDER gets one file for each distinct version, named after its content.
"""
import pathlib
import re
import subprocess
import sys

FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n")


def git(repository, *words, input=None):
    return subprocess.run(
        ["git", "-C", repository, *words], input=input, check=True, capture_output=True).stdout


def versions(repository):
    """Returns the names of all blobs that a commit put to a path that ends with .md."""
    changes = git(repository, "log", "--all", "-m", "--root", "--raw", "--no-renames", "--no-abbrev", "--format=", "-z")
    names = set()
    fields = changes.split(b"\0")
    for change, path in zip(fields[::2], fields[1::2]):
        name = change.split()[3]
        if path.lower().endswith(b".md") and name.strip(b"0"):
            names.add(name)
    return sorted(names)


def extract(folder, repository):
    names = versions(repository)
    answers = git(repository, "cat-file", "--batch", input=b"".join(name + b"\n" for name in names))
    count = position = 0
    while position < len(answers):
        end = answers.index(b"\n", position)
        words = answers[position:end].decode().split()
        if words[1:] == ["missing"]:
            position = end + 1
            continue
        name, kind, size = words
        content = answers[end + 1:end + 1 + int(size)]
        position = end + 2 + int(size)
        if kind == "blob" and FRONT_MATTER.match(content):
            (folder / f"{name}.md").write_bytes(content)
            count += 1
    print(f"{repository}: {len(names)} versions, {count} with front matter")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for repository in sys.argv[2:]:
        extract(folder, repository)
