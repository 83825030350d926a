extension CommitWay {
  /// Commits away from the plan's branch.
  static let elsewhere: [CommitWay] = [
    CommitWay(
      "no plan, no exemption",
      """
      git switch -q topic; change a
      refused 'missing-id' git commit -m one
      refused 'missing-id' edited '1s/^/one/' git commit
      refused 'missing-id' edited '1s/^/one/' git commit -v
      refused 'missing-id' git commit --amend -m one
      last; git commit -qm one -m "ExecPlan: $one"; last
      """, "topic\n\nExecPlan: none (apart)\n\none\n\nExecPlan: EP-20260101-001\n\n"),
    CommitWay(
      "a wrong plan",
      """
      git switch -q topic; change a
      refused 'unknown-plan' git commit -m one -m 'ExecPlan: EP-20260101-099'
      refused 'malformed-id' git commit -m one -m 'ExecPlan: EP-1'
      refused 'closed-plan' git commit -m one -m 'ExecPlan: EP-20260101-003'
      refused 'unknown-milestone' git commit -m one -m "Milestone: $one/MS009"
      refused 'foreign-milestone' git commit -m one -m "ExecPlan: $two" -m "Milestone: $one/MS001"
      last
      """, "topic\n\nExecPlan: none (apart)\n\n"),
    CommitWay(
      "comments and diffs name no plan",
      """
      git switch -q topic; change a "ExecPlan: $one"
      refused 'missing-id' edited "1s/^/one\\n\\n# ExecPlan: $one/" git commit
      refused 'missing-id' edited '1s/^/one/' git commit -v
      """, ""),
    CommitWay(
      "comments that git keeps or drops without telling",
      """
      git switch -q topic; change a
      git commit -q --cleanup=strip -m '# note' -m one -m "ExecPlan: $one"; last
      change b; refused 'missing-id' git commit --cleanup=strip -m '# note' -m two
      change b; git commit -q --cleanup=strip -m '# note' -m 'fixup! one'; last
      """, "one\n\nExecPlan: EP-20260101-001\n\nfixup! one\n\n"),
    CommitWay(
      "plan documents alone",
      """
      git switch -q topic; plan=.agent/exec_plans/search/EP-20260101-002_search.md
      echo Note. >>$plan; git commit -qam note; last
      echo Note. >>$plan; git commit -qam note -m 'Change-Id: I01'; last
      git commit -q --amend --no-edit; last
      echo Note. >>$plan; echo Note. >>.agent/exec_plans/auth/EP-20260101-001_auth.md
      git commit -qam both; last
      echo Note. >>.agent/exec_plans/done/EP-20260101-003_done.md; git commit -qam closed; last
      change .agent/exec_plans/registry.json; git commit -qm registry; last
      git mv .agent/exec_plans/search .agent/exec_plans/find; git commit -qm move; last
      git rm -qr .agent/exec_plans/find; git commit -qm drop; last
      change .agent/exec_plans/auth/notes.txt; change a; refused 'missing-id' git commit -m mixed
      """,
      """
      note

      ExecPlan: EP-20260101-002

      note

      Change-Id: I01
      ExecPlan: EP-20260101-002

      note

      Change-Id: I01
      ExecPlan: EP-20260101-002

      both

      closed

      ExecPlan: EP-20260101-003

      registry

      move

      ExecPlan: EP-20260101-002

      drop


      """),
    CommitWay(
      "plan documents alone in a commit that amends work",
      """
      git switch -q topic; change a; bare -m one
      echo Note. >>.agent/exec_plans/auth/EP-20260101-001_auth.md
      refused 'missing-id' git commit -a --amend --no-edit
      """, ""),
    CommitWay(
      "the first commit", "git switch -q --orphan new; change a; git commit -qm one; last",
      "one\n\n"),
    CommitWay(
      "the first commit, amended",
      """
      git switch -q --orphan new; change a; git commit -qm one
      change b; git commit -q --amend -m two; last; change c; refused 'missing-id' git commit -m three
      """, "two\n\n"),
    CommitWay(
      "a detached HEAD and a bisection",
      """
      git switch -q --detach; change a; refused 'missing-id' git commit -m one
      git commit -qm one -m "ExecPlan: $one"; last
      git bisect start >/dev/null; git bisect bad >/dev/null; git bisect good HEAD~3 >/dev/null
      change b; refused 'missing-id' git commit -m two; git bisect reset >/dev/null 2>&1
      """, "one\n\nExecPlan: EP-20260101-001\n\n"),
    CommitWay(
      "a bot",
      """
      git switch -q topic; change a
      git commit -qm 'Bump a' --author='dependabot[bot] <x@users.noreply.github.com>'; last
      """, "Bump a\n\n"),
    CommitWay(
      "what forges and programs write",
      """
      git switch -q topic
      for title in "Merge branch 'a'" 'Merge pull request #1 from a/b' 'Merged PR 1: a' \\
        'Merged in a (pull request #1)' 'Automatic merge from x' 'Revert "a"' 'Reapply "a"'; do
        change a "$title"; git commit -qm "$title"
      done
      git rev-list --count topic ^main --
      """, "8\n"),
    CommitWay(
      "another plan's branch by its name",
      "git switch -qc feature/$two-MS002-x; change a; git commit -qnm one; last",
      "one\n\nExecPlan: EP-20260101-002\nMilestone: EP-20260101-002/MS002\n\n"),
  ]
}
