import GitModel
import Plans

@testable import Correlation

/// A history for a test, written commit by commit; commits are known by short names.
struct Story {
  private var builder = CommitGraphBuilder()
  private var names: [String] = []
  private var time: Int64 = 0
  private var messages: [String: MessageFacts] = [:]
  private var branches: [(name: String, tip: String, settings: BranchSettings)] = []
  private var tags: [(name: String, commit: String, time: Int64?)] = []
  /// Notes as whole texts.
  var notes: [String: String] = [:]
  var plans: [Plan] = []
  var formerPaths: [RepositoryPath: RepositoryPath] = [:]
  var upkeep: Set<String> = []
  /// What trees and patches would say.
  var found: [Found] = []
  var target: String? = "main"
  /// Branches that are reported beside the target.
  var furtherTargets: [String] = []
  /// The commits whose parents are not there.
  var border: Set<String> = []
  var head: String?

  /// One answer of trees and patches.
  enum Found {
    /// A commit of the target makes the same change as another commit.
    case copy(of: String, String)
    /// A commit of the target holds others.
    case squash(of: [String], String)
    /// Merging would change nothing.
    case content(of: String)
    /// Two commits beyond the target are the same work.
    case twins(String, String)
    /// A merge threw away all but one parent.
    case void(String, keeping: String)
    /// A commit changes nothing.
    case empty(String)
  }

  /// What is known of a branch beside its tip.
  struct BranchSettings {
    var remote: String?
    var upstreamTip: String?
    var plans: [PlanReference] = []
    var base: String?
  }

  /// Creates a story with plans that record a status.
  init(_ statuses: [PlanStatus?] = [.planned, .planned]) {
    plans = statuses.enumerated().compactMap { Self.plan($0 + 1, status: $1) }
  }

  /// The plan's ID: `EP-20260101-00N`.
  static func id(_ number: Int) -> PlanID {
    guard let id = PlanID(day: 20_260_101, sequence: number) else {
      preconditionFailure("no number of a plan")
    }
    return id
  }

  static func plan(_ number: Int, status: PlanStatus? = .planned) -> Plan? {
    RepositoryPath(".agent/exec_plans/active/p\(number)/\(id(number))_p\(number).md").map {
      var plan = Plan(key: .id(id(number)), path: $0, title: "Plan \(number)")
      plan.status = status
      return plan
    }
  }

  /// Adds a commit. `message` is a whole message.
  mutating func commit(_ name: String, _ parents: String..., message: String = "") {
    time += 60
    builder.add(
      Self.objectID(name), tree: .zero, parents: parents.map(Self.objectID), committerTime: time)
    names.append(name)
    if !message.isEmpty {
      messages[name] = MessageFacts(message: Array(message.utf8), isMerge: parents.count > 1)
    }
  }

  /// The message of a revert; of a merge with the parent that stays.
  static func reverting(_ name: String, keeping kept: String? = nil) -> String {
    "Revert\n\nThis reverts commit \(objectID(name))"
      + (kept.map { ", reversing\nchanges made to \(objectID($0))" } ?? "") + "."
  }

  mutating func branch(_ name: String, _ tip: String, _ settings: BranchSettings = .init()) {
    branches.append((name, tip, settings))
  }

  mutating func tag(_ name: String, _ commit: String, time: Int64? = nil) {
    tags.append((name, commit, time))
  }

  static func objectID(_ name: String) -> ObjectID {
    ObjectID(bytes: Array((name + String(repeating: "\u{0}", count: 20)).utf8.prefix(20))) ?? .zero
  }

  static func name(_ id: ObjectID) -> String {
    String(decoding: id.bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Returns the facts as they would be gathered from such a repository.
  func facts() -> RepositoryFacts {
    let (graph, _) = builder.finish()
    func place(_ name: String) -> CommitIndex {
      graph.index(of: Self.objectID(name)) ?? CommitIndex(-1)
    }
    var facts = RepositoryFacts(graph: graph)
    for (name, message) in messages { facts.messages[place(name)] = message }
    for (name, text) in notes { facts.notes[place(name)] = PlanNote(note: Array(text.utf8)) }
    facts.plans = PlanDirectory(plans: plans, formerPaths: formerPaths)
    facts.head = head.map(place)
    facts.shallowBorder = Set(border.map(place))
    facts.branches = branches.map { name, tip, settings in
      let prefix = settings.remote.map { "refs/remotes/\($0)/" } ?? "refs/heads/"
      return BranchFacts(
        branch: Branch(
          reference: prefix + name, name: name, remote: settings.remote,
          head: Self.objectID(tip), upstream: nil),
        head: place(tip), upstreamHead: settings.upstreamTip.map(place),
        configured: settings.plans, base: settings.base.map(place),
        isTarget: name == target, isFurtherTarget: furtherTargets.contains(name))
    }
    facts.furtherTargets = furtherTargets.compactMap { name in
      branches.first { $0.name == name }.map {
        TargetFacts(reference: "refs/heads/" + name, commit: place($0.tip))
      }
    }
    if let tip = branches.first(where: { $0.name == target })?.tip, let target {
      facts.target = TargetFacts(reference: "refs/heads/" + target, commit: place(tip))
    }
    facts.releases = tags.map { name, commit, time in
      ReleaseTag(
        name: name, commit: place(commit), time: time ?? graph.times[place(commit).position])
    }
    return facts
  }

  /// Returns the answers.
  func tell(condition: DoneCondition = .milestones) -> Told {
    let facts = facts()
    var correlator = Correlator(facts)
    var kinds: [CommitIndex: ChangeKind] = [:]
    for commit in correlator.questions {
      kinds[commit] = upkeep.contains(Self.name(facts.graph.id(of: commit))) ? .upkeep : .work
    }
    for commit in correlator.take(landingFacts(facts)) { kinds[commit] = .work }
    return Told(answers: correlator.answer(kinds: kinds, condition: condition))
  }

  /// What was found, as the core takes it.
  func landingFacts(_ facts: RepositoryFacts) -> LandingFacts {
    let reverts = RevertMap(facts)
    func place(_ name: String) -> CommitIndex {
      facts.graph.index(of: Self.objectID(name)) ?? CommitIndex(-1)
    }
    var answers = LandingFacts()
    var copies: [CommitIndex: Set<CommitCopy>] = [:]
    for found in found {
      switch found {
      case .copy(of: let original, let copy):
        copies[place(original), default: []].insert(
          CommitCopy(way: .rebase(place(copy)), reason: .patch))
      case .squash(of: let originals, let squash):
        for original in originals {
          copies[place(original), default: []].insert(
            CommitCopy(way: .squash(place(squash)), reason: .patch))
        }
      case .content(of: let original):
        copies[place(original), default: []].insert(CommitCopy(way: .content, reason: .content))
      case .twins(let older, let newer):
        answers.twins.insert(LandingFacts.Twins(older: place(older), newer: place(newer)))
      case .void(let merge, keeping: let kept):
        answers.voidMerges.insert(KeptSide(merge: place(merge), kept: place(kept)))
      case .empty(let commit): answers.emptyCommits.insert(place(commit))
      }
    }
    for (commit, copies) in copies { answers.add(copies, of: commit, reverts: reverts) }
    return answers
  }
}
