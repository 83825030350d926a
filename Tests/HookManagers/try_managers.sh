#!/bin/sh
# Commits in repositories whose hooks lefthook, pre-commit and husky install, before and after ours.
# Usage: try_managers.sh PROGRAM
# The first two have to be on the PATH; both come from PyPI. Without husky, which comes from npm, its scenes
# are left out.
set -eu

program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$program" "$folder/bin/git-execplan"
[ -x "$program-hook" ] && ln -s "$program-hook" "$folder/bin/git-execplan-hook"
PATH=$folder/bin:$PATH
GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com
GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.com
export PATH GIT_CONFIG_GLOBAL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
failures=0

say() { printf '%s: %s\n' "$scene" "$1"; }
# check WORDS COMMAND…: the command must succeed.
check() {
  words=$1
  shift
  if "$@" >"$folder/log" 2>&1; then say "ok: $words"; else
    say "WRONG: $words"
    sed 's/^/    /' "$folder/log"
    failures=$((failures + 1))
  fi
}
change() { echo more >>work && git add work; }
refused() { change && ! git commit -m "$1"; }
accepted() { rm -f .git/ran && change && git commit -m "$1"; }
names_plan() { [ "$(git log -1 --format='%(trailers:key=ExecPlan,valueonly,separator=)')" = "$plan" ]; }
ran() { [ "$(cat .git/ran)" = "$1" ] && rm -f .git/ran; }

# A repository with a plan and a commit of work, in which nobody has installed hooks.
begin() {
  scene=$1
  cd "$folder"
  rm -rf repository
  git init -q repository
  cd repository
  git execplan init >/dev/null 2>&1
  plan=$(git execplan new "Try managers" 2>/dev/null | cut -d' ' -f1)
  echo work >work
  git add .
  git commit -q -m begin
  change
  git commit -q -m work
}

# What must hold however the hooks came here. $1 is what the manager's own hook leaves behind.
both_work() {
  check "a commit without a plan is refused" refused "work"
  check "one that names none is made" accepted "work

ExecPlan: none (trial)"
  check "the manager's own hook ran" ran "$1"
  git execplan start "$plan" >/dev/null 2>&1
  check "a plan's branch gives its commits the plan" accepted "work"
  check "the trailer is there" names_plan
  check "hooks status" git execplan hooks status
  git switch -q -
  git branch -q -D "$(git for-each-ref --format='%(refname:short)' refs/heads/ep/)"
}

lefthook_configuration() {
  printf 'commit-msg:\n  commands:\n    own:\n      run: echo own >>.git/ran\n' >lefthook.yml
}
# Where lines are asked for, they are taken as they are printed, below the entry that is there.
lefthook_lines() {
  git execplan hooks install 2>/dev/null |
    awk '/^commit-msg:/ { skip = 2 } skip > 0 { skip--; next } /^prepare/ { exit } { print }' >lines
  cat lines >>lefthook.yml
  printf 'prepare-commit-msg:\n' >>lefthook.yml
  sed -e 's/hook commit-msg/hook prepare-commit-msg/' -e '/^#/d' lines |
    sed '1i\  commands:' >>lefthook.yml
  rm lines
}

begin "lefthook first"
lefthook_configuration
lefthook install >/dev/null
if git execplan hooks install >"$folder/out" 2>/dev/null; then say "WRONG: installed over lefthook's"; fi
check "lefthook's hook stays" grep -q call_lefthook .git/hooks/commit-msg
lefthook_lines
lefthook install >/dev/null
both_work own

begin "ours first, lefthook for another hook"
git execplan hooks install 2>/dev/null
printf 'pre-commit:\n  commands:\n    own:\n      run: echo own >>.git/ran\n' >lefthook.yml
lefthook install >/dev/null
both_work own

pre_commit_configuration() {
  cat >.pre-commit-config.yaml <<'YAML'
repos:
  - repo: local
    hooks:
      - id: own
        name: own
        entry: sh -c 'echo own >>.git/ran'
        language: system
        stages: [commit-msg]
        always_run: true
YAML
}

begin "pre-commit first"
pre_commit_configuration
pre-commit install --hook-type commit-msg >/dev/null
if git execplan hooks install >>.pre-commit-config.yaml 2>/dev/null; then
  say "WRONG: installed over pre-commit's"
fi
both_work own

begin "ours first, then pre-commit"
git execplan hooks install 2>/dev/null
pre_commit_configuration
pre-commit install --hook-type commit-msg >/dev/null
both_work own
check "installing again changes nothing" git execplan hooks install
pre-commit install --hook-type commit-msg >/dev/null
both_work own
check "uninstall" git execplan hooks uninstall
check "pre-commit goes on" accepted "work"
check "its hook ran" ran own

begin "pre-commit for another hook, then ours"
sed 's/commit-msg/pre-commit/' >.pre-commit-config.yaml <<'YAML'
repos:
  - repo: local
    hooks: [{id: own, name: own, entry: sh -c 'echo own >>.git/ran', language: system, always_run: true}]
YAML
pre-commit install >/dev/null
git execplan hooks install 2>/dev/null
both_work own

# Each printed line goes into the file that the comment above it names.
husky_lines() {
  git execplan hooks install 2>/dev/null |
    while read -r mark file && read -r line; do
      [ "$mark" = '#' ] && echo "$line" >>"$file"
    done
}
own_husky_hook() { mkdir -p .husky && echo 'echo own >>.git/ran' >.husky/commit-msg; }

if command -v husky >/dev/null; then
  begin "husky first"
  husky
  own_husky_hook
  husky_lines
  both_work own

  begin "ours first, then husky"
  git execplan hooks install 2>/dev/null
  own_husky_hook
  husky
  check "husky takes over" sh -c "git execplan hooks status | grep -q 'commit-msg: foreign (husky)'"
  husky_lines
  both_work own
fi

[ "$failures" = 0 ] && echo "all as it should be"
