import GitModel
import Testing

@testable import Correlation

@Suite struct PullRequestLinksTests {
  private let url = "https://github.com/o/n/pull/"
  private let requests = [3, 5].map { PullRequest(number: $0, evidence: .merge) }

  @Test("links.pr is filled, extended, or left to the person")
  func links() {
    let forge = Forge(url: "https://github.com/o/n")
    let rows: [(String, String?)] = [
      ("", "\(url)3, \(url)5"), ("\(url)3", "\(url)3, \(url)5"), ("#5", "#5, \(url)3"),
      ("\(url)3, \(url)5", nil), ("#3 #5", nil), ("\(url)9", nil), ("#3, #9", nil), ("TBD", nil),
      ("https://github.com/x/y/pull/3", nil), ("  ", "\(url)3, \(url)5"), ("#", nil),
      ("\(url)3/files", "\(url)3/files, \(url)5"),
    ]
    for (current, expected) in rows {
      #expect(
        PullRequestLinks(forge: forge).updated(current, with: requests) == expected, "\(current)")
    }
    #expect(PullRequestLinks(forge: forge).updated("", with: []) == nil)
    #expect(PullRequestLinks(forge: forge).updated("#3", with: []) == nil)
  }

  @Test("Without an address the number is written as the forge's people do")
  func names() {
    #expect(PullRequestLinks(forge: Forge()).updated("", with: requests) == "#3, #5")
    #expect(PullRequestLinks(forge: Forge()).updated("#5", with: requests) == "#5, #3")
    #expect(PullRequestLinks(forge: Forge()).updated("\(url)3", with: requests) == nil)
    #expect(PullRequestLinks(forge: Forge(kind: .gitLab)).updated("!5", with: requests) == "!5, !3")
    let gitLab = Forge(url: "git@gitlab.com:g/p")
    let address = "https://gitlab.com/g/p/-/merge_requests/"
    #expect(gitLab.link(to: 3) == "\(address)3")
    #expect(
      PullRequestLinks(forge: gitLab).updated("!3", with: requests) == "!3, \(address)5")
    #expect(
      PullRequestLinks(forge: gitLab).updated(
        "https://gitlab.com/g/p/merge_requests/3", with: requests)
        == "https://gitlab.com/g/p/merge_requests/3, \(address)5")
  }

  @Test(
    "Doubtful numbers are written only where there are no others, but for those of squash titles")
  func doubt() {
    let low = PullRequest(number: 9, evidence: .ref, confidence: .low)
    let squash = PullRequest(number: 8, evidence: .squash, confidence: .low)
    let links = PullRequestLinks(forge: Forge())
    #expect(links.updated("", with: [low]) == "#9")
    #expect(links.updated("", with: requests + [low]) == "#3, #5")
    #expect(links.updated("#9", with: requests + [low]) == "#9, #3, #5")
    #expect(links.updated("#3, #5", with: requests + [low]) == nil)
    #expect(links.updated("#3, #5", with: requests + [squash, low]) == "#3, #5, #8")
  }
}
