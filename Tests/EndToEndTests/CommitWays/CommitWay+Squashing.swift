extension CommitWay {
  /// Commits that are made to be squashed, and the rebases that squash them.
  static let squashing: [CommitWay] = [
    CommitWay(
      "--fixup and --squash",
      """
      change a; git commit -q --fixup=HEAD; change b; git commit -q --squash=HEAD^ -m more
      last HEAD^; last
      git -c sequence.editor=true rebase -q -i --autosquash main >/dev/null; last
      """,
      """
      fixup! first

      squash! first

      more

      first

      \(given)
      more


      """),
    CommitWay(
      "--fixup=amend: and --fixup=reword:",
      """
      change a; edited '1,$s/first/changed/;1s/amend! changed/amend! first/' \\
        git commit -q --fixup=amend:HEAD
      last; git -c sequence.editor=true rebase -q -i --autosquash main; last
      edited '$!s/changed/again/;1s/again/changed/' git commit -q --fixup=reword:HEAD
      git -c sequence.editor=true rebase -q -i --autosquash main; git log --format=%s main..
      """,
      """
      amend! first

      changed

      \(given)
      changed

      \(given)
      again

      """),
    CommitWay(
      "rebase -i with squash and fixup",
      """
      change a; git commit -qm one; change b; git commit -qm two
      GIT_SEQUENCE_EDITOR="sed -i -e '2s/pick/squash/' -e '3s/pick/fixup/'" git rebase -q -i main >/dev/null
      last
      """,
      """
      first

      \(given)
      one

      \(given)

      """),
    CommitWay(
      "merge --squash",
      """
      git switch -q topic; change a; bare -m one -m "ExecPlan: $one"; git switch -q $branch
      git merge -q --squash topic >/dev/null; git commit -qm squashed; last
      git reset -q --hard HEAD^; git merge -q --squash topic >/dev/null
      edited '1s/$/!/' git commit -q; last | sed -e '/^commit/d' -e '/^Author/d' -e '/^Date/d'
      """,
      """
      squashed

      \(given)
      Squashed commit of the following:!


          one

          ExecPlan: EP-20260101-001


          topic

          ExecPlan: none (apart)


      """),
  ]
}
