"""Makes a repository whose commits hold random folders of plans, valid and invalid ones.

    python3 random_plan_trees.py FOLDER COUNT SEED

FOLDER must not exist. The commits are for compare_registries.py; the same seed makes the same commits.
"""
import random
import subprocess
import sys

IDS = [f"EP-202601{day}-00{number}" for day in ("17", "18") for number in range(1, 5)]
WORDS = ["a", "cache", "Größe", "日本", "it's", 'say "hi"', "#1", "a: b", "- x", "yes", "12", "1.5", "null", "~", "é\u2028",
         "\U0001F680", "a,b", "[x]", "{{n}}", "2026-01-17", "0x1F", "017", "1_000", "1:30", ".5", "-", " padded "]
PLAIN = ["a", "cache", "Größe", "日本", "it's", "yes", "12", "1.5", "2026-01-17", "0x1F", "017", "1_000", "1:30", ".5"]
# For each key the usual spellings, and some that are rare or wrong.
USUAL = {
    "status": ["planned", "active", "paused", "done", "archived", "'done'", '"active"', "planned  # why"],
    "kind": ["feature", "refactor", "bugfix", "migration", "infra", "spike", "perf", "docs", "tests"],
    "domain": ["backend", "frontend", "console", "infra", "cross-cutting", "fullstack"],
    "owner": ['"@ada"', "'@codex'", "ada", "team-x", "12", "yes"],
    "created": ["2026-01-17", "'2026-01-17'", '"2026-01-18"', "2026-01-17 10:00:00", "2026-01-17T23:30:00+02:00"],
    "updated": ["2026-01-19", "'2026-02-28'", "2026-01-17"],
    "risk": ["low", "med", "high", "", "''", "null"],
    "breaking": ["false", "true", "no", "Yes", "'true'", "", '""', "null"],
    "migration": ["false", "true", "off", "'False'", "~"],
}
RARE = {
    "status": ["complete", "Done", "", "[done]", "null"],
    "kind": ["Feature", "chore", "12", "[docs]"],
    "domain": ["fullStack", "web", "", "{a: b}"],
    "owner": ["''", "[a, b]", "{a: 1}", "1.0", "2026-01-17"],
    "created": ["2026-1-7", "'2026-1-7'", "2026-13-01", "soon", "20260117", "", "2026-02-30", "[2026-01-17]"],
    "updated": ["2026-00-01", "'2026-01-17 10:00'", "1", "yesterday"],
    "risk": ["medium", "1", "[low]", "Low", "false"],
    "breaking": ["maybe", "1", "[true]", "'yes'", "y"],
    "migration": ["0", "'nein'", "{}"],
}


def quoted(text, style):
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def scalar(r):
    text = r.choice(WORDS)
    if r.random() < (0.5 if text in PLAIN else 0.02):
        return text
    return quoted(text, r.choice("'\""))


def listing(r, words):
    words = [r.choice(words) for _ in range(r.randint(0, 3))]
    style = r.random()
    if not words:
        return r.choice([" []", "", " ''", " null", " [ ]"])
    if style < 0.45:
        return " [" + ", ".join(words) + "]"
    if style < 0.8:
        indent = r.choice(["", "  ", "    "])
        return "".join(f"\n{indent}- {word}" for word in words)
    return " " + words[0] if style < 0.95 else ' "[' + ", ".join(w for w in words if '"' not in w) + ']"'


def front_matter(r, id, known):
    is_wrong = r.random() < 0.1
    lines = []

    def value(key):
        return r.choice(RARE[key] if is_wrong and r.random() < 0.2 else USUAL[key])

    for key in ["id", "title", "status", "kind", "domain", "owner", "created", "updated"]:
        if is_wrong and r.random() < 0.04:
            continue
        if key == "id":
            wrong = [id.lower(), id + "x", "EP-2026-01-17", "", "12"] if is_wrong and r.random() < 0.2 else [id]
            text = r.choice(wrong)
            lines.append(f"id: {text}" if r.random() < 0.8 else f"id: {quoted(text, chr(39))}")
        elif key == "title":
            lines.append(f"title: {scalar(r)}" + r.choice(["", "", "  # short"]))
        else:
            lines.append(f"{key}: {value(key)}")
    references = known if not is_wrong else known + ["EP-20990101-001", "12", "EP-x"]
    areas = ["api", "db", "ui", "cli", "agents", "ops", "security", "tests", "docs", "backend", "frontend"]
    optional = {
        "tags": lambda: listing(r, [scalar(r) for _ in range(4)] + ["x", "y"]),
        "touches": lambda: listing(r, areas if not is_wrong else areas + ["web", "12"]),
        "risk": lambda: " " + value("risk"),
        "breaking": lambda: " " + value("breaking"),
        "migration": lambda: " " + value("migration"),
        "links": lambda: r.choice(["", " {}", ' ""', " {pr: '#1', issue: \"\"}", "\n  issue: \"\"\n  pr: ''\n  docs: a/b.md",
                                   "\n  pr: 12\n  docs:\n  issue: [1, 'b', 2.0, ~, {a: yes}]", "\n  1: a\n  no: b"]
                                  + ([" text", " [a]", " 5"] if is_wrong else [])),
        "depends_on": lambda: listing(r, references),
        "supersedes": lambda: listing(r, references),
        "extra": lambda: " " + scalar(r),
    }
    keys = [key for key in optional if r.random() < 0.8]
    if r.random() < 0.2:
        r.shuffle(keys)
    lines += [f"{key}:{optional[key]()}" for key in keys]
    if r.random() < 0.1:
        lines.insert(r.randrange(len(lines) + 1), r.choice(["# a comment", "", "   ", "#"]))
    if is_wrong and r.random() < 0.1:
        lines.append(r.choice(["a: @b", "  bad: indent", "\tx: y", "a b", "x: [", "x: 'y", "? a", "x: %y", "1: 2", "---"]))
    return "\n".join(lines)


def document(r, id, known):
    text = "---\n" + front_matter(r, id, known) + "\n---\n\n# A plan\n\n- [ ] step\n\n---\n"
    chance = r.random()
    if chance < 0.03:
        text = text.replace("\n", "\r\n")
    elif chance < 0.04:
        text = r.choice(["\n", "  \n\n", " "]) + text
    elif chance < 0.05:
        text = text.replace("---\n", "---  \n")
    elif chance < 0.06:
        text = r.choice(["", "# no front matter\n", "---\nid: x\n", text[3:], "--" + text])
    data = text.encode()
    if r.random() < 0.01:
        data += b"\xff\n"
    if r.random() < 0.01:
        data = b"\xef\xbb\xbf" + data
    return data


def place(r, id, slug):
    name = f"{id}_{slug}.md" if r.random() < 0.95 else r.choice([f"{id}.md", f"{id}-x.md", f"{id}x.md", "EP-draft.md"])
    return r.choice([
        f"{slug}/{name}", f"{slug}/{name}", f"active/{slug}/{name}", f"active/{slug}/{name}", name, f"active/{name}",
        f"complete/2026/02/03/{slug}/{name}", f"archive/2026/02/03/{id}_{slug}/{name}", f"{slug}/complete/{name}",
        f"{slug}/archive/2026/{name}", f"complete/{slug}/{name}", f"complete/2026/13/03/{slug}/{name}", f"{slug}/deep/{name}",
        f"{slug}/milestones/{name}",
    ])


def tree(r):
    ids = r.sample(IDS, r.randint(1, 4))
    files = {}
    for number, id in enumerate(ids):
        known = [other for other in ids if other != id or r.random() < 0.05] or ids
        slug = r.choice(["auth", "cache", "x_y"]) + str(number)
        named = r.choice(ids) if r.random() < 0.02 else id
        files[place(r, named, slug)] = document(r, id, known)
        for milestone in range(1, r.randint(1, 3)):
            where = r.choice([f"{slug}/milestones/", f"active/{slug}/milestones/", f"{slug}/archive/milestones/"])
            name = r.choice([f"MS00{milestone}_m.md", f"{id}_MS00{milestone}_m.md"])
            files[where + r.choice(["active/", "complete/", "archive/2026/02/03/"]) + name] = (
                f"---\nid: {id}/MS00{milestone}\nstatus: active\n---\n".encode())
    if r.random() < 0.3:
        files["notes/EP-notes.txt"] = b"none\n"
        files["README.md"] = b"none\n"
    return files


def main(folder, count, seed):
    r = random.Random(seed)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    stream = []
    for number in range(count):
        stream.append(f"commit refs/heads/main\ncommitter A <a@b> {1_700_000_000 + number} +0000\ndata 1\nx".encode())
        stream.append(b"deleteall")
        for path, data in tree(r).items():
            stream.append(f"M 100644 inline .agent/exec_plans/{path}\ndata {len(data)}".encode() + b"\n" + data)
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], check=True, input=b"\n".join(stream) + b"\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
