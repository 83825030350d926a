import Testing

@testable import Correlation

@Suite struct PullRequestLinksTests {
  @Test(
    "Addresses of remotes",
    arguments: [
      ("https://github.com/o/n.git", "o/n"), ("https://github.com/o/n", "o/n"),
      ("https://github.com/o/n/", "o/n"), ("git@github.com:o/n.git", "o/n"),
      ("ssh://git@github.com/o/n.git", "o/n"), ("ssh://git@ssh.github.com:443/o/n.git", "o/n"),
      ("git://github.com/o/n.git", "o/n"), ("https://user:token@github.com/o/n.git", "o/n"),
      ("HTTPS://GitHub.com/o/n.git", "o/n"), ("github.com:o/n", "o/n"),
      ("git@github.com:/o/n.git", "o/n"), ("https://github.com/o/n.js.git", "o/n.js"),
    ])
  func remotes(_ url: String, _ project: String) throws {
    let remote = try #require(ForgeRemote(url: url))
    #expect(remote.project == project)
    #expect(remote.pullRequestURL(7) == "https://github.com/\(project)/pull/7")
  }

  @Test(
    "What tells of no forge",
    arguments: [
      "", "/srv/git/o/n.git", "../n", "file:///o/n", "https://example.com/o/n", "C:\\o\\n",
      "https://github.com/o", "https://github.com/o/n/x", "https://github.com/o/n)](x",
      "https://notgithub.com/o/n", "https://github.com.evil.org/o/n", "https://github.com//n",
      "git@github.com:o", "ext::sh -c x",
    ])
  func others(_ url: String) { #expect(ForgeRemote(url: url) == nil) }

  private let url = "https://github.com/o/n/pull/"

  @Test("links.pr is filled, extended, or left to the person")
  func links() throws {
    let forge = try #require(ForgeRemote(url: "https://github.com/o/n"))
    let requests = [3, 5].map { PullRequest(number: $0, source: .merge) }
    let rows: [(String, String?)] = [
      ("", "\(url)3, \(url)5"), ("\(url)3", "\(url)3, \(url)5"), ("#5", "#5, \(url)3"),
      ("\(url)3, \(url)5", nil), ("#3 #5", nil), ("\(url)9", nil), ("#3, #9", nil), ("TBD", nil),
      ("https://github.com/x/y/pull/3", nil), ("  ", "\(url)3, \(url)5"), ("#", nil),
    ]
    for (current, expected) in rows {
      #expect(
        PullRequestLinks(forge: forge).updated(current, with: requests) == expected, "\(current)")
    }
    #expect(PullRequestLinks(forge: nil).updated("", with: requests) == "#3, #5")
    #expect(PullRequestLinks(forge: nil).updated("#5", with: requests) == "#5, #3")
    #expect(PullRequestLinks(forge: nil).updated("\(url)3", with: requests) == nil)
    #expect(PullRequestLinks(forge: forge).updated("", with: []) == nil)
    #expect(PullRequestLinks(forge: forge).updated("#3", with: []) == nil)
  }
}
