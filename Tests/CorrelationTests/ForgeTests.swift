import GitModel
import Testing

@testable import Correlation

@Suite struct ForgeTests {
  @Test(
    "The address of pull request 7",
    arguments: [
      // GitHub.
      ("https://github.com/o/n.git", "https://github.com/o/n/pull/7"),
      ("https://github.com/o/n/", "https://github.com/o/n/pull/7"),
      ("https://github.com/o/n.git/", "https://github.com/o/n/pull/7"),
      ("git@github.com:o/n.git", "https://github.com/o/n/pull/7"),
      ("ssh://git@ssh.github.com:443/o/n.git", "https://github.com/o/n/pull/7"),
      ("git://github.com/o/n.git", "https://github.com/o/n/pull/7"),
      ("https://user:token@github.com/o/n.git", "https://github.com/o/n/pull/7"),
      ("HTTPS://GitHub.com/o/n.git", "https://github.com/o/n/pull/7"),
      ("github.com:o/n", "https://github.com/o/n/pull/7"),
      ("git@github.com:/o/n.git", "https://github.com/o/n/pull/7"),
      ("https://github.com/o/n.js.git", "https://github.com/o/n.js/pull/7"),
      ("https://corp.ghe.com/o/n", "https://corp.ghe.com/o/n/pull/7"),
      ("https://github.com:443/o/n.git", "https://github.com/o/n/pull/7"),
      ("ssh://git@github.com:22/o/n", "https://github.com/o/n/pull/7"),
      ("git+ssh://git@github.com/o/n.git", "https://github.com/o/n/pull/7"),
      ("org-123@github.com:o/n.git", "https://github.com/o/n/pull/7"),
      // GitLab.
      ("git@gitlab.com:g/s/p.git", "https://gitlab.com/g/s/p/-/merge_requests/7"),
      ("ssh://git@altssh.gitlab.com:443/g/p.git", "https://gitlab.com/g/p/-/merge_requests/7"),
      (
        "https://oauth2:token@gitlab.com/g/s/t/u/p.git/",
        "https://gitlab.com/g/s/t/u/p/-/merge_requests/7"
      ),
      // Bitbucket Cloud.
      ("https://me@bitbucket.org/w/r.git", "https://bitbucket.org/w/r/pull-requests/7"),
      ("git@bitbucket.org:w/r.git", "https://bitbucket.org/w/r/pull-requests/7"),
      ("ssh://git@altssh.bitbucket.org:443/w/r.git", "https://bitbucket.org/w/r/pull-requests/7"),
      // Forgejo.
      ("ssh://git@codeberg.org/o/n.git", "https://codeberg.org/o/n/pulls/7"),
      ("https://gitea.com/o/n", "https://gitea.com/o/n/pulls/7"),
      // Azure DevOps.
      (
        "https://org@dev.azure.com/org/My%20P/_git/r",
        "https://dev.azure.com/org/My%20P/_git/r/pullrequest/7"
      ),
      ("git@ssh.dev.azure.com:v3/org/p/r", "https://dev.azure.com/org/p/_git/r/pullrequest/7"),
      (
        "ssh://git@ssh.dev.azure.com:22/v3/org/p/r",
        "https://dev.azure.com/org/p/_git/r/pullrequest/7"
      ),
      ("https://dev.azure.com/org/_git/r", "https://dev.azure.com/org/_git/r/pullrequest/7"),
      (
        "org@vs-ssh.visualstudio.com:v3/org/p/r", "https://dev.azure.com/org/p/_git/r/pullrequest/7"
      ),
      (
        "https://org.visualstudio.com/DefaultCollection/p/_git/r",
        "https://org.visualstudio.com/DefaultCollection/p/_git/r/pullrequest/7"
      ),
      (
        "https://org.visualstudio.com/_git/r",
        "https://org.visualstudio.com/_git/r/pullrequest/7"
      ),
      // Gerrit.
      (
        "https://go.googlesource.com/tools",
        "https://go-review.googlesource.com/c/tools/+/7"
      ),
      (
        "https://opendev.org/openstack/nova.git",
        "https://review.opendev.org/c/openstack/nova/+/7"
      ),
      (
        "ssh://me@review.opendev.org:29418/openstack/nova.git",
        "https://review.opendev.org/c/openstack/nova/+/7"
      ),
      (
        "https://chromium.googlesource.com/a/chromium/src.git",
        "https://chromium-review.googlesource.com/c/chromium/src/+/7"
      ),
    ])
  func addresses(_ url: String, _ expected: String) {
    #expect(Forge(url: url).url(of: 7) == expected)
  }

  @Test(
    "The address where a person says what the forge is",
    arguments: [
      (.gitHub, "git@git.x.org:o/n.git", "https://git.x.org/o/n/pull/7"),
      (.gitLab, "ssh://git@x.org:2222/g/s/p.git", "https://x.org/g/s/p/-/merge_requests/7"),
      (.gitea, "http://x.org:3000/o/n", "http://x.org:3000/o/n/pulls/7"),
      (.gitea, "http://x.org:80/git/o/n", "http://x.org/git/o/n/pulls/7"),
      (.gitHub, "https://me@ghe.x.org:8443/o/n.git", "https://ghe.x.org:8443/o/n/pull/7"),
      (
        .bitbucketServer, "https://x.org/scm/PROJ/r.git",
        "https://x.org/projects/PROJ/repos/r/pull-requests/7"
      ),
      (
        .bitbucketServer, "https://x.org/bb/scm/~me/r.git",
        "https://x.org/bb/users/me/repos/r/pull-requests/7"
      ),
      (
        .bitbucketServer, "ssh://git@x.org:7999/PROJ/r.git",
        "https://x.org/projects/PROJ/repos/r/pull-requests/7"
      ),
      (.azure, "https://x.org/tfs/C/p/_git/r", "https://x.org/tfs/C/p/_git/r/pullrequest/7"),
      (.gerrit, "ssh://me@x.org:29418/a/b", "https://x.org/c/b/+/7"),
      (.gerrit, "https://x.org/a/b/c", "https://x.org/c/b/c/+/7"),
    ] as [(ForgeKind, String, String)])
  func configured(_ kind: ForgeKind, _ url: String, _ expected: String) {
    #expect(ForgeRemote(url: url, kind: kind)?.pullRequestURL(7) == expected)
  }

  @Test(
    "URLs without an address of pull requests",
    arguments: [
      "", "/srv/git/o/n.git", "../n", "file:///o/n", "https://example.com/o/n", "C:\\o\\n",
      "https://github.com/o", "https://github.com/o/n/x", "https://github.com/o/n)](x",
      "https://notgithub.com/o/n", "https://github.com.evil.org/o/n", "https://github.com//n",
      "git@github.com:o", "ext::sh -c x", "https://gitlab.example.org/o/n",
      "https://evil.org/@github.com/o/n", "https://github.com:x@evil.org/o/n",
      "https://github.com/o/../n", "https://github.com/o/n\u{1B}[2J", "https://github.com/o/n?x",
      "ssh://-oProxyCommand=x/o/n", "https://github.com/o/n\n", "https://gitlab.com/p",
      "https://dev.azure.com/org/p/r", "https://user@/o/n", "https://github.com:99999/o/n",
    ])
  func others(_ url: String) { #expect(Forge(url: url).url(of: 7) == nil) }

  @Test("A template takes the place of what the remote tells")
  func template() {
    let forge = Forge(
      kind: .gitLab, remote: ForgeRemote(url: "https://github.com/o/n"),
      template: "https://x.org/{number}/view?id={number}")
    #expect(forge.url(of: 7) == "https://x.org/7/view?id=7")
    #expect(forge.name(of: 7) == "!7")
    #expect(forge.number(in: "https://x.org/7/view?id=7") == 7)
    #expect(forge.number(in: "https://x.org/7/view?id=8") == nil)
    let plain = Forge(template: "https://x.org/{number}")
    #expect(plain.number(in: "https://x.org/7") == 7)
    #expect(plain.link(to: 7) == "https://x.org/7")
  }

  @Test(
    "What a person writes for a pull request",
    arguments: [
      ("https://github.com/o/n", "#7", 7), ("https://github.com/o/n", "!7", 7),
      ("https://github.com/o/n", "https://github.com/O/n/pull/7/files", 7),
      ("https://github.com/o/n", "o/n#7", 7), ("https://github.com/o/n", "o/x#7", nil),
      ("https://github.com/o/n", "o/n!7", nil), ("https://github.com/o/n", "7", nil),
      ("https://github.com/o/n", "https://github.com/o/n/issues/7", nil),
      ("https://github.com/o/n", "https://github.com/o/x/pull/7", nil),
      ("https://github.com/o/n", "https://gitlab.com/o/n/-/merge_requests/7", nil),
      ("git@gitlab.com:g/s/p", "g/s/p!7", 7), ("git@gitlab.com:g/s/p", "s/p!7", nil),
      ("https://bitbucket.org/w/r", "https://bitbucket.org/w/r/pull-requests/7/diff", 7),
      ("git@git.x.org:g/p", "https://git.x.org/g/p/pulls/7", 7),
      ("https://go.googlesource.com/tools", "https://go-review.googlesource.com/c/tools/+/7/2", 7),
      ("https://go.googlesource.com/tools", "https://go-review.googlesource.com/7", 7),
      ("/srv/git/n", "https://github.com/o/n/pull/7", nil), ("/srv/git/n", "#7", 7),
    ] as [(String, String, Int?)])
  func words(_ url: String, _ word: String, _ expected: Int?) {
    #expect(Forge(url: url).number(in: word) == expected)
  }

  private static func mention(
    _ forges: [ForgeKind], host: String? = nil, project: String? = nil
  ) -> PullRequestMention {
    PullRequestMention(number: 7, forges: forges, host: host, project: project)
  }

  @Test(
    "Which mentions are of the project",
    arguments: [
      ("https://github.com/o/n", mention([.gitHub, .gitea]), true),
      ("https://github.com/o/n", mention([.bitbucket]), false),
      ("https://github.com/o/n", mention([.azure]), false),
      ("https://github.com/o/n", mention([.gitHub], project: "O/N"), true),
      ("https://github.com/o/n", mention([.gitHub], project: "x/n"), false),
      ("https://github.com/o/n", mention([.gitHub], host: "github.com", project: "o/n"), true),
      ("https://github.com/o/n", mention([.gitHub], host: "x.org", project: "o/n"), false),
      ("https://gitlab.com/g/p", mention([.gitHub, .gitea]), false),
      ("https://gitlab.com/g/p", mention([.gitLab], project: "g/other"), false),
      ("https://git.x.org/g/p", mention([.gitLab], project: "g/p"), true),
      ("https://git.x.org/g/p", mention([.gitHub]), true),
      ("https://x.org/scm/P/r", mention([.bitbucketServer], project: "p/r"), true),
      (
        "https://go.googlesource.com/tools", mention([.gerrit], host: "go-review.googlesource.com"),
        true
      ),
      ("https://x.org/p", mention([.gerrit], host: "review.x.org", project: "p"), true),
      ("/srv/git/n", mention([.gitLab], host: "x.org", project: "g/p"), true),
    ])
  func ownership(_ url: String, _ mention: PullRequestMention, _ expected: Bool) {
    #expect(Forge(url: url).owns(mention) == expected)
  }

  @Test("What a host does not tell, the newest message about the project does")
  func told() throws {
    func kind(_ url: String, _ messages: String...) throws -> ForgeKind? {
      var facts: [CommitIndex: MessageFacts] = [:]
      for (place, message) in messages.enumerated() {
        facts[CommitIndex(place)] = MessageFacts(message: Array(message.utf8), isMerge: false)
      }
      return ForgeRule.kind(of: try #require(ForgeRemote(url: url)), messages: facts)
    }
    let gitLab = "T\n\nSee merge request g/p!1"
    let gitea = "T\n\nReviewed-on: https://git.x.org/g/p/pulls/2"
    #expect(try kind("git@git.x.org:g/p", gitLab) == .gitLab)
    #expect(try kind("git@git.x.org:g/p", gitLab, gitea) == .gitea)
    #expect(try kind("git@git.x.org:g/p", gitea, gitLab) == .gitLab)
    #expect(try kind("git@git.x.org:g/other", gitea, gitLab) == nil)
    #expect(try kind("git@y.org:g/p", gitea) == nil)
    #expect(try kind("git@git.x.org:g/p", "Merged PR 3: T", "T (#4)") == nil)
  }
}
