#!/bin/sh
# Measures what hooks add to a commit: ours, shell hooks, and other tools where they are found. Where other
# programs run, processor time says more than the time that passes.
#
#   make build && sh Benchmarks/hooks.sh
#   PATH=~/venv/bin:$PATH COMMITS=1000000 RUNS=300 sh Benchmarks/hooks.sh
#
# Needs hyperfine. Others are measured where they are on the PATH: gitlint, commit-check, cz (all from PyPI).
set -eu

top=$(cd "$(dirname "$0")/.." && pwd)
program=$(realpath "${1:-$top/.build/release/git-execplan}")
commits=${COMMITS:-100000}
runs=${RUNS:-200}
plans=1000

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$work/config"
git config --global user.name Bench
git config --global user.email bench@example.com
git config --global init.defaultBranch main
git config --global gc.auto 0
git config --global advice.detachedHead false

# A plan's document: plan <folder> <id> <slug>
plan() {
  mkdir -p "$1/$3"
  cat >"$1/$3/$2_$3.md" <<END
---
id: $2
title: "Plan $3"
status: active
kind: feature
domain: backend
owner: "@bench"
created: 2026-01-01
updated: 2026-01-01
---

# Plan $3

## Progress

- [ ] A step.
END
}

# A repository with a plan's branch checked out: repository <name> <plans> <commits>
repository() {
  git init -q "$work/$1"
  cd "$work/$1"
  number=1
  while [ "$number" -le "$2" ]; do
    plan .agent/exec_plans "$(printf 'EP-20260%d%02d-%03d' \
      $((number / 250 + 1)) $((number / 10 % 25 + 1)) $((number % 10 + 1)))" "p$number"
    number=$((number + 1))
  done
  plan .agent/exec_plans EP-20260601-001 bench
  if [ "$3" -gt 1 ]; then
    awk -v count="$3" 'BEGIN {
      for (n = 1; n <= count; n++) {
        text = "commit " n "\n\nExecPlan: EP-20260601-001\n"
        printf "commit refs/heads/main\ncommitter B <b@x> %d +0000\ndata %d\n%s\n", \
          1700000000 + n, length(text), text
      }
    }' | git fast-import --quiet
    git reset -q
  fi
  "$program" -C . registry build >/dev/null 2>&1 || true
  git add -A
  git commit -qm plans
  git commit -q --allow-empty -m start
  git switch -qc ep/EP-20260601-001-bench
}

hook() { cat >"$1/$2"; chmod +x "$1/$2"; }

folder() { mkdir -p "$work/hooks-$1"; echo "$work/hooks-$1"; }

hooks=$(folder none)
hooks=$(folder grep)
hook "$hooks" commit-msg <<'END'
#!/bin/sh
grep -qE '^ExecPlan: (EP-[0-9]{8}-[0-9]{3}|none)' "$1" || { echo "no plan" >&2; exit 1; }
END
hooks=$(folder shell-both)
cp "$work/hooks-grep/commit-msg" "$hooks"
hook "$hooks" prepare-commit-msg <<'END'
#!/bin/sh
plan=$(git symbolic-ref --short -q HEAD | sed -n 's/.*\(EP-[0-9]\{8\}-[0-9]\{3\}\).*/\1/p')
[ -n "$plan" ] || exit 0
git interpret-trailers --in-place --if-exists doNothing --trailer "ExecPlan: $plan" "$1"
END
for kind in commit-msg both; do
  hooks=$(folder "ours-$kind")
  for name in commit-msg prepare-commit-msg; do
    [ "$kind" = both ] || [ "$kind" = "$name" ] || continue
    sed "s|@GIT_EXECPLAN@|$program|" "$top/hooks/$name" | hook "$hooks" "$name"
  done
done
sets='none grep ours-commit-msg shell-both ours-both'
if command -v gitlint >/dev/null; then
  hook "$(folder gitlint)" commit-msg <<'END'
#!/bin/sh
exec gitlint --ignore body-is-missing --msg-filename "$1"
END
  sets="$sets gitlint"
fi
if command -v commit-check >/dev/null; then
  hook "$(folder commit-check)" commit-msg <<'END'
#!/bin/sh
exec commit-check --message "$1"
END
  sets="$sets commit-check"
fi
if command -v cz >/dev/null; then
  hook "$(folder commitizen)" commit-msg <<'END'
#!/bin/sh
exec cz check --commit-msg-file "$1"
END
  sets="$sets commitizen"
fi

# Prints what a commit takes with each set of hooks: measure <repository> "<set> <set>…"
measure() {
  cd "$work/$1"
  name=$1
  rest=$2
  set --
  while [ -n "$rest" ]; do
    hooks=${rest%% *}
    rest=$(echo "$rest" | sed 's/^[^ ]* *//')
    command="git -c core.hooksPath=$work/hooks-$hooks commit -q --amend --allow-empty -m 'feat: rank by date'"
    # Where a hook adds the plan, it has to.
    case $hooks in *-both) ;; *) command="$command -m 'ExecPlan: EP-20260601-001'" ;; esac
    sh -c "$command" || { echo "error: a commit with $hooks failed" >&2; exit 1; }
    set -- "$@" -n "$hooks" "$command"
  done
  hyperfine -N --style none --warmup 10 --runs "$runs" --export-json "$work/$name.json" "$@" \
    >/dev/null 2>&1
  echo "$name"
  python3 -c '
import json, sys
rows = json.load(open(sys.argv[1]))["results"]
def cpu(row): return row["user"] + row["system"]
for row in rows:
  print("  %-16s wall %7.2f ms  processor %7.2f ms, adds %7.2f" % (
    row["command"], row["median"] * 1000, cpu(row) * 1000,
    (cpu(row) - cpu(rows[0])) * 1000))
' "$work/$name.json"
}

repository small 1 1
measure small "$sets"
repository large "$plans" "$commits"
measure large 'none grep ours-commit-msg shell-both ours-both'
