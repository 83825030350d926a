extension CommitWay {
  /// Merges, and what pulls make.
  static let merging: [CommitWay] = [
    CommitWay(
      "a plan's branch is merged",
      """
      git switch -q main; git merge -q --no-ff $branch; last; git reset -q --hard HEAD^
      git merge -q --no-ff -m 'any words' $branch; last; git reset -q --hard HEAD^
      git merge -q --no-ff --no-commit $branch; git commit -q; last
      """,
      """
      Merge branch 'ep/EP-20260101-001-auth'

      \(given)
      any words

      \(given)
      Merge branch 'ep/EP-20260101-001-auth'

      \(given)

      """),
    CommitWay(
      "another branch is merged into the plan's",
      """
      git merge -q topic; last
      """, "Merge branch 'topic' into ep/EP-20260101-001-auth\n\n"),
    CommitWay(
      "a merge with an editor and other trailers",
      """
      git switch -q topic; GIT_MERGE_AUTOEDIT=yes edited '1s/^/One: /' \\
        git merge -q --signoff $branch; last
      """,
      """
      One: Merge branch 'ep/EP-20260101-001-auth' into topic

      Signed-off-by: C O Mitter <committer@example.com>
      \(given)

      """),
    CommitWay(
      "a merge with conflicts",
      """
      git switch -q topic; change first other; bare -m other
      git merge -q $branch >/dev/null 2>&1 || true; change first both; git merge --continue >/dev/null
      last
      git reset -q --hard HEAD^; git merge -q $branch >/dev/null 2>&1 || true; change first both
      git commit -qm 'own words'; last
      """,
      """
      Merge branch 'ep/EP-20260101-001-auth' into topic

      \(given)
      own words

      \(given)

      """),
    CommitWay(
      "an octopus and a fast-forward",
      """
      git switch -qc third main; change third; bare -m third; git switch -q main
      git merge -q --no-ff $branch topic third >/dev/null 2>&1; last
      git switch -q topic; git merge -q main; git rev-parse HEAD main | uniq | wc -l
      """,
      """
      Merge branches 'ep/EP-20260101-001-auth', 'topic' and 'third'

      \(given)
      1

      """),
    CommitWay(
      "merges that need a plan",
      """
      git config execplan.exempt.merge false; git switch -q topic
      git switch -qc third main; change third; bare -m third
      refused 'missing-id' git merge --no-ff topic
      git merge --abort; git switch -q $branch; git merge -q topic; last
      """,
      """
      Merge branch 'topic' into ep/EP-20260101-001-auth

      \(given)

      """),
    CommitWay(
      "pull with a merge and with a rebase",
      """
      there=$(git rev-parse --path-format=absolute --git-common-dir)/elsewhere
      git clone -q . "$there" 2>/dev/null
      git -C "$there" config user.name x; git -C "$there" config user.email x
      git -C "$there" commit -q --allow-empty -m far -m "ExecPlan: $one"
      change a; git commit -qm near; at=$(git rev-parse HEAD)
      git pull -q --no-rebase "$there" $branch; last | sed "s|$there|THERE|"
      git reset -q --hard "$at"; git pull -q --rebase "$there" $branch
      git log --format=%B -2
      """,
      """
      Merge branch 'ep/EP-20260101-001-auth' of THERE into ep/EP-20260101-001-auth

      \(given)
      near

      \(given)
      far

      ExecPlan: EP-20260101-001


      """),
  ]
}
