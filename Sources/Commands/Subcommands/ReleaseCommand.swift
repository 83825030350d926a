import ArgumentParser
import Correlation
import GitModel
import GitStore
import Reports

/// Reports the plans of releases.
struct ReleaseCommand: Subcommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Report which plans a release holds",
    discussion: """
      Without an argument it reports the newest release.

      Examples:
        git execplan release v1.2.0
        git execplan release v1.0.0..v1.2.0
        git execplan release --unreleased --format markdown
      """)

  @Argument(help: ArgumentHelp("A tag, or a range <a>..<b>.", valueName: "tag"))
  var revision: String?

  @Flag(help: "Report what the target has beyond all releases.")
  var unreleased = false

  @Flag(help: "Report every release, newest first.")
  var all = false

  @Flag(help: "Pass over pre-releases.")
  var stable = false

  @Flag(help: "List the commits without a plan too.")
  var unplanned = false

  @Option(help: "How to print it.")
  var format: Format = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(help: ArgumentHelp("The branch that work lands on.", valueName: "ref"))
  var target: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let choices = [revision != nil, unreleased, all].filter(\.self).count
    if choices > 1 {
      throw ValidationError("Give one of: a tag or range, --unreleased, --all.")
    }
  }

  func run(in session: Session) throws {
    let answering = try Answering(
      session, target: target, releases: ReleaseSelection(stableOnly: stable), range: revision)
    let releases = try releases(answering.answers, session: session)
    let subjects = unplanned ? releases.flatMap(\.unplanned) : []
    let report = ReleaseReport(
      answers: answering.answers, releases: releases,
      context: try answering.context(subjectsOf: subjects), showsUnplanned: unplanned)
    switch json ? .json : format {
    case .text: session.write(report.text(session.style))
    case .markdown: session.write(report.markdown())
    case .json: session.write(report.json())
    }
  }

  private func releases(_ answers: Answers, session: Session) throws -> [ReleaseAnswer] {
    if unreleased {
      guard let release = answers.unreleased() else {
        throw CommandError("there is no branch yet that could be released")
      }
      return [release]
    }
    if all { return answers.allReleases() }
    guard let revision else {
      guard let newest = answers.releases.tags.indices.last else {
        throw CommandError(
          "there is no release yet: no tag is a version such as v1.2.0",
          hint: "run 'git execplan release --unreleased', or say with "
            + "'git config execplan.releaseTag <pattern>' which tags are releases")
      }
      return [answers.release(at: newest)]
    }
    if let ends = try CommitRange(session: session, facts: answers.facts).ends(of: revision) {
      let isRelease = answers.releases.tags.contains { $0.name == ends.names[1] }
      return [
        answers.range(
          from: ends.base, to: ends.tip, tag: isRelease ? ends.names[1] : nil,
          previous: ends.names[0], range: revision)
      ]
    }
    return [try ReleaseFinder(session, answers).release(revision)]
  }
}
