extension CommitWay {
  /// Commits that repeat others or take them back.
  static let replaying: [CommitWay] = [
    CommitWay(
      "cherry-pick of what names a plan, and of what does not",
      """
      git switch -q topic; change a; bare -m one -m "ExecPlan: $two"; change b; bare -m two
      git switch -q $branch; git cherry-pick topic^ topic >/dev/null; last HEAD^; last
      """, "one\n\nExecPlan: EP-20260101-002\n\ntwo\n\n\(given)\n"),
    CommitWay(
      "cherry-pick -x away from a plan's branch",
      """
      change a; git commit -qm one -m 'Change-Id: I01'; git switch -q topic
      git cherry-pick -x $branch >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/'
      """,
      "one\n\nChange-Id: I01\n\(given)(cherry picked from commit ID)\n\n"),
    CommitWay(
      "cherry-pick with conflicts",
      """
      git switch -q topic; change first other; bare -m other; change b; bare -m two
      git switch -q $branch; git cherry-pick topic^ topic >/dev/null 2>&1 || true
      change first both; git cherry-pick --continue >/dev/null; last HEAD^; last
      """, "other\n\n\(given)\ntwo\n\n\(given)\n"),
    CommitWay(
      "cherry-pick -n, then commit",
      "git cherry-pick -n topic; git commit -qm picked; last", "picked\n\n\(given)\n"),
    CommitWay(
      "a revert belongs to the plan of what it reverts",
      """
      git switch -q topic; git revert --no-edit main >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/'
      git switch -q $branch; change a; bare -m one -m "ExecPlan: $two"
      git revert --no-edit HEAD >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/'
      git revert --no-edit topic >/dev/null 2>&1 || true
      """,
      """
      Revert "work"

      This reverts commit ID.

      ExecPlan: EP-20260101-001

      Revert "one"

      This reverts commit ID.

      ExecPlan: EP-20260101-002


      """),
    CommitWay(
      "a revert of a milestone's commit, and a revert of that",
      """
      git switch -q main; git merge -q --ff-only $branch
      git revert --no-edit HEAD >/dev/null; git log -1 --format=%B | sed 's/[0-9a-f]\\{40\\}/ID/'
      edited '1s/^/Re-/' git revert --edit HEAD >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/' | tail -n +3
      """,
      """
      Revert "first"

      This reverts commit ID.

      \(given)
      This reverts commit ID.

      \(given)

      """),
    CommitWay(
      "a revert of a merge",
      """
      git switch -q main; bare --allow-empty -m x; git -c core.hooksPath=/dev/null merge -q $branch
      git revert --no-edit -m 1 HEAD >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/'
      """,
      """
      Revert "Merge branch 'ep/EP-20260101-001-auth'"

      This reverts commit ID, reversing
      changes made to ID.

      \(given)

      """),
    CommitWay(
      "a revert of what a note links",
      """
      git switch -q topic; change a; bare -m one; git notes --ref=execplan add -m "ExecPlan: $two"
      git revert --no-edit HEAD >/dev/null; last | sed 's/[0-9a-f]\\{40\\}/ID/'
      """, "Revert \"one\"\n\nThis reverts commit ID.\n\nExecPlan: EP-20260101-002\n\n"),
    CommitWay(
      "a revert of what belongs to no plan",
      "git cherry-pick topic >/dev/null; git revert --no-edit HEAD >/dev/null; last | head -1",
      "Revert \"topic\"\n"),
    CommitWay(
      "several reverts, with conflicts and without",
      """
      change first more; git commit -qm one; change first most; git commit -qm two
      git revert --no-edit HEAD^ >/dev/null 2>&1 || true; change first new
      git revert --continue --no-edit >/dev/null 2>&1 || git -c core.editor=true revert --continue >/dev/null
      last | sed 's/[0-9a-f]\\{40\\}/ID/'
      git revert --no-edit HEAD HEAD~2 >/dev/null 2>&1 || git revert --abort; last | head -1
      """,
      """
      Revert "one"

      This reverts commit ID.

      \(given)
      Revert "one"

      """),
    CommitWay(
      "rebase, of both kinds",
      """
      git switch -q main; change m; bare -m m; git switch -q $branch; change a; bare -m bare
      git rebase -q main; git log --format=%B main..
      git switch -q main; change n; bare -m n; git switch -q $branch
      git rebase -q --apply main; git log --format=%B main..
      """, "bare\n\n\(given)\nfirst\n\n\(given)\nbare\n\n\(given)\nfirst\n\n\(given)\n"),
    CommitWay(
      "rebase -i with reword and edit",
      """
      change a; bare -m one
      GIT_SEQUENCE_EDITOR="sed -i -e '1s/pick/reword/' -e '2s/pick/edit/'" \\
        edited '1s/$/!/' git rebase -q -i --no-ff main >/dev/null 2>&1
      git commit -q --amend --no-edit; git rebase --continue >/dev/null 2>&1; git log --format=%B main..
      """, "one\n\n\(given)\nfirst!\n\n\(given)\n"),
    CommitWay(
      "rebase with conflicts",
      """
      git switch -q main; change first other; bare -m other; git switch -q $branch
      git rebase -q main >/dev/null 2>&1 || true; change first both
      git rebase --continue >/dev/null 2>&1; git log --format=%B main..
      """, "first\n\n\(given)\n"),
    CommitWay(
      "rebase --exec and --rebase-merges",
      """
      git merge -q --no-ff topic; git switch -q main; change m; bare -m m; git switch -q $branch
      git rebase -q --rebase-merges main; git log --first-parent --format=%s main..
      git rebase -q --exec 'git commit -q --amend --no-edit' main; last $branch^{/first}
      """,
      """
      Merge branch 'topic' into ep/EP-20260101-001-auth
      first
      first

      \(given)

      """),
    CommitWay(
      "am, clean and with conflicts",
      """
      change a; git commit -qm one; git format-patch -q -1 --stdout >.git-p; git reset -q --hard HEAD^
      git am -q .git-p; last; git reset -q --hard HEAD^; change a other; bare -m other
      git am -q -3 .git-p >/dev/null 2>&1 || true; change a both; git am --continue >/dev/null; last
      """, "one\n\n\(given)\none\n\n\(given)\n"),
    CommitWay(
      "what runs no hook",
      """
      change a; git stash -q; git stash pop -q; git stash -q --include-untracked; git stash drop -q
      git notes add -m note; git tag -a -m tag v1
      git reset -q --hard "$(git commit-tree -m tree -p HEAD 'HEAD^{tree}')"; last
      """, "tree\n\n"),
    CommitWay(
      "a further work tree",
      """
      git worktree add -q "$PWD/../further" main 2>/dev/null; cd "$PWD/../further"
      git switch -q -c "ep/$two-search"; change a; mkdir -p sub; cd sub
      git commit -qm one; last
      """, "one\n\nExecPlan: EP-20260101-002\n\n"),
  ]
}
