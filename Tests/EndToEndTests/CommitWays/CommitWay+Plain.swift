extension CommitWay {
  /// `git commit` with all that says where the message comes from.
  static let plain: [CommitWay] = [
    CommitWay(
      "-m", "change a; git commit -qm one -m Body.; last", "one\n\nBody.\n\n\(given)\n"),
    CommitWay(
      "-m with a trailer of each",
      "change a; git commit -qm one -m 'Signed-off-by: A <a@x>'; last",
      "one\n\nSigned-off-by: A <a@x>\n\(given)\n"),
    CommitWay(
      "-m for each trailer, the plan among them",
      "change a; git commit -qm one -m \"ExecPlan: $two\" -m 'Change-Id: I01' -m 'Note: b'; last",
      "one\n\nExecPlan: EP-20260101-002\nChange-Id: I01\nNote: b\n\n"),
    CommitWay(
      "-m that starts with a hash sign", "change a; git commit -qm '#12 fixed'; last",
      "#12 fixed\n\n\(given)\n"),
    CommitWay(
      "-F with others' trailers",
      """
      change a
      printf 'one\\n\\nBody.\\n\\nChange-Id: I01\\nCo-authored-by: B <b@x>\\n' | git commit -qF -; last
      """, "one\n\nBody.\n\nChange-Id: I01\nCo-authored-by: B <b@x>\n\(given)\n"),
    CommitWay(
      "-s and --trailer",
      "change a; git commit -qsm one --trailer 'Reviewed-by: R <r@x>'; last",
      """
      one

      Signed-off-by: C O Mitter <committer@example.com>
      Reviewed-by: R <r@x>
      \(given)

      """),
    CommitWay("editor", "change a; edited '1s/^/one/' git commit -q; last", "one\n\n\(given)\n"),
    CommitWay(
      "editor that stops", "change a; refused 'is empty' edited 's/x/x/' git commit; last",
      "first\n\n\(given)\n"),
    CommitWay(
      "editor with -v",
      "change a \"ExecPlan: $two\"; edited '1s/^/one/' git commit -qv; last", "one\n\n\(given)\n"),
    CommitWay(
      "editor with a comment string",
      "git config core.commentChar ';'; change a; edited '1s/^/#one/' git commit -qv; last",
      "#one\n\n\(given)\n"),
    CommitWay(
      "editor with an automatic comment character",
      "git config core.commentChar auto; change a; edited '1s/^/#one/' git commit -qe -m '#a'; last",
      "#one#a\n\n\(given)\n"),
    CommitWay(
      "editor with commit.cleanup=scissors",
      "git config commit.cleanup scissors; change a; edited '1s/^/# one/' git commit -q; last",
      "# one\n\n\(given)\n"),
    CommitWay(
      "--cleanup=verbatim", "change a; git commit -q --cleanup=verbatim -m '  one  '; last",
      "  one  \n\n\(given)\n"),
    CommitWay(
      "--cleanup=strip", "change a; git commit -q --cleanup=strip -m one -m '# two'; last",
      "one\n\n\(given)\n"),
    CommitWay(
      "-t", "change a; echo 'Title:' >.git-t; edited '1s/$/ one/' git commit -qt .git-t; last",
      "Title: one\n\n\(given)\n"),
    CommitWay(
      "-t that nobody edits",
      "change a; echo 'Title:' >t; refused 'not edited' edited 's/x/x/' git commit -t t; last",
      "first\n\n\(given)\n"),
    CommitWay(
      "commit.template with a place for the plan",
      """
      change a; printf '\\n\\nExecPlan:\\nMilestone:\\n# Why?\\n' >.git-t
      git config commit.template .git-t
      edited '1s/^/one/' git commit -q; last
      """, "one\n\n\(given)\n"),
    CommitWay(
      "commit.template of comments",
      """
      change a; echo '# Why?' >.git-t; git config commit.template .git-t
      refused 'is empty' edited 's/x/x/' git commit
      edited '1s/^/one/' git commit -q; last
      """, "one\n\n\(given)\n"),
    CommitWay(
      "-a and named files",
      """
      change a; change b; git commit -qm one b; echo c >>a; git commit -qam two
      last HEAD^; last; git status --porcelain
      """, "one\n\n\(given)\ntwo\n\n\(given)\n"),
    CommitWay(
      "-C and -c keep what they say",
      """
      change a; git commit -qm one; change b; git commit -qC topic; change c
      edited 's/topic/again/' git commit -qc topic; last HEAD^; last
      """,
      "topic\n\nExecPlan: none (apart)\n\nagain\n\nExecPlan: none (apart)\n\n"),
    CommitWay(
      "--amend again and again",
      """
      change a; git commit -qm one -m 'Change-Id: I01'; change a b; git commit -q --amend --no-edit
      git commit -q --amend; edited '1s/$/!/' git commit -q --amend; last
      git commit -q --amend -m two; last
      """, "one!\n\nChange-Id: I01\n\(given)\ntwo\n\n\(given)\n"),
    CommitWay(
      "--amend of a message without a plan",
      "change a; bare -m one; git commit -q --amend --no-edit; last", "one\n\n\(given)\n"),
    CommitWay(
      "--allow-empty and --allow-empty-message",
      """
      git commit -q --allow-empty -m one; last
      change a; git commit -q --allow-empty-message -m ''; last
      """, "one\n\n\(given)\n\n"),
    CommitWay(
      "--no-verify still gets the plan", "change a; git commit -qnm one; last",
      "one\n\n\(given)\n"),
    CommitWay(
      "a plan, a milestone or none that the message names",
      """
      change a; git commit -qm one -m "ExecPlan: $two"
      change b; git commit -qm two -m "milestone: $one/MS001"
      change c; git commit -qm three -m 'ExecPlan: none (typo)'
      last HEAD~2; last HEAD^; last
      """,
      """
      one

      ExecPlan: EP-20260101-002

      two

      milestone: EP-20260101-001/MS001

      three

      ExecPlan: none (typo)


      """),
    CommitWay(
      "several plans",
      "change a; git commit -qm one -m \"ExecPlan: $one\" -m \"ExecPlan: $two\"; last",
      "one\n\nExecPlan: EP-20260101-001\nExecPlan: EP-20260101-002\n\n"),
    CommitWay(
      "carriage returns",
      "change a; printf 'one\\r\\n\\r\\nBody.\\r\\n' >m; git commit -qF m; last",
      "one\n\nBody.\n\n\(given)\n"),
  ]
}
