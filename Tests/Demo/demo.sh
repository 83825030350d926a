#!/bin/sh
# Shows git-execplan at work: makes a sample repository with the program's own commands and real git, and
# prints each command with what it says. `make demo` runs it.
#
# Usage: sh Tests/Demo/demo.sh <absolute path of git-execplan>
# KEEP=1 leaves the sample repository in place.
set -eu
exec 2>&1

program=${1:-}
case $program in
  /*/git-execplan) ;;
  *)
    echo "usage: sh $0 <absolute path of git-execplan>"
    exit 64
    ;;
esac
if [ ! -x "$program" ]; then
  echo "error: there is no program $program; run 'make build' first"
  exit 2
fi

# Git finds `git execplan` in this folder. Nothing of the machine's own settings plays a part.
PATH=${program%/*}:$PATH
for variable in $(git rev-parse --local-env-vars) GIT_DEFAULT_HASH GIT_DEFAULT_REF_FORMAT \
  GIT_TEMPLATE_DIR EXECPLAN_HOOK GIT_EXECPLAN; do
  unset "$variable"
done
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
GIT_MERGE_AUTOEDIT=no
GIT_AUTHOR_NAME=Mara
GIT_AUTHOR_EMAIL=mara@example.org
GIT_COMMITTER_NAME=Mara
GIT_COMMITTER_EMAIL=mara@example.org
TZ=UTC
export PATH GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_MERGE_AUTOEDIT TZ
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL

folder=$(mktemp -d "${TMPDIR:-/tmp}/git-execplan-demo.XXXXXX")
finish() {
  cd /
  if [ "${KEEP:-}" = 1 ]; then
    printf '\nThe sample repository is in %s/shop\n' "$folder"
  else
    rm -rf "$folder"
  fi
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
cd "$folder"

# Says what happens next.
say() { printf '\n# %s\n' "$1"; }

# Prints a command as a person would type it.
show() {
  printf '$'
  for word; do
    case $word in
      *[!A-Za-z0-9_./:@=-]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
}

# Prints a command and runs it.
run() {
  show "$@"
  "$@"
}

# Sets the time of the commits and tags that follow.
day() {
  GIT_AUTHOR_DATE="2026-01-$1T09:00:00Z"
  GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
  export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
}

# Changes a file of the sample project and stages it.
edit() {
  mkdir -p src
  echo "$1" >>src/"$2"
  git add src/"$2"
}

login=EP-20260112-001
export_csv=EP-20260112-002
search=EP-20260112-003

day 12
say "A repository is set up for plans, and its hooks are installed."
run git init -q -b main shop
run cd shop
git config user.name Mara
git config user.email mara@example.org
git config remote.origin.url https://github.com/example/shop.git
run git execplan init
run git execplan hooks install
git add .agent
git commit -q -m "Set up plans"

say "Three plans are written."
run git execplan -q new "Sign in with a passkey" --slug passkey --date 2026-01-12
run git execplan -q new "Export orders as CSV" --slug csv --kind feature --date 2026-01-12
run git execplan -q new "Search faster" --slug search --kind perf --date 2026-01-12
git add .agent
git commit -q -m "Plan January"

say "The first one gets a branch. Commits there are given the plan's trailer."
run git execplan start "$login"
edit "passkeys" login.c
run git commit -q -m "Store passkeys"
day 13
edit "challenge" login.c
run git commit -q -m "Ask for the passkey"
run git log -1 "--format=%B"
run git switch -q main
day 14
run git merge -q --no-ff "ep/$login-passkey"

say "Git knows now that the plan is done, and why."
run git execplan status --explain "$login"
day 15
run git tag -a -m "First release" v0.1.0

say "On main, a commit without a plan is refused, until it says that it has none."
edit "limit 20" upload.c
show git commit -q -m "Raise the upload limit"
if git commit -q -m "Raise the upload limit"; then
  echo "error: the hook let the commit pass"
  exit 1
fi
run git commit -q -m "Raise the upload limit" --trailer "ExecPlan: none (one number)"

say "The second plan comes in through a pull request, as GitHub merges it. Then its branch goes on."
run git execplan start "$export_csv"
day 19
edit "rows" export.c
run git commit -q -m "Write orders as rows"
edit "quotes" export.c
run git commit -q -m "Quote what CSV needs quoted"
run git switch -q main
day 20
run git merge -q --no-ff "ep/$export_csv-csv" \
  -m "Merge pull request #7 from mara/ep/$export_csv-csv" -m "Export orders as CSV"
run git switch -q "ep/$export_csv-csv"
day 21
edit "stream" export.c
run git commit -q -m "Export without holding all rows in memory"
run git switch -q main

say "What git knows is written into the plans."
run git execplan sync
git add .agent
git commit -q -m "Bring plans up to date"
day 22
run git tag -a -m "Second release" v0.2.0

say "The third plan is started: it has a branch, and no commit yet."
run git execplan start "$search" --no-switch
run git branch

say "Where do the plans stand?"
run git execplan status

say "What did each release ship?"
run git execplan release --all
