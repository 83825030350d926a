import GitFiles
import GitModel
import MessageRules
import Plans
import WorkTree

/// The plans of a work tree as far as the front matter of a few documents tells of them.
struct PlanGlance {
  private let files: WorkFiles
  private let layout: PlanLayout

  init(_ repository: RepositoryFiles) throws {
    files = try WorkFiles(root: repository.workTree)
    layout = try PlanLayout(repository.configuration)
  }

  /// Returns the plans that messages name, with the milestones that they name; `nil` where a glance does not
  /// do: for paths, and for documents that are not there, are there twice or are written in a rare way.
  func plans(namedIn messages: [[UInt8]]) throws -> [PlanKey: KnownPlan]? {
    var ids: [PlanID] = []
    var milestones: [MilestoneID] = []
    for message in messages {
      for reference in MessageReferences(of: message)?.references ?? [] {
        switch reference {
        case .plan(let id): if !ids.contains(id) { ids.append(id) }
        case .milestone(let id):
          if !ids.contains(id.plan) { ids.append(id.plan) }
          if !milestones.contains(id) { milestones.append(id) }
        case .none: continue
        case .path, .foreign, .malformed: return nil
        }
      }
    }
    var known: [PlanKey: KnownPlan] = [:]
    for document in try PlanFinder(files: files, layout: layout).documents(of: ids) {
      let id = document.id
      guard let status = PlainFrontMatter.status(in: document.bytes, of: id),
        let own = try self.milestones(milestones.filter { $0.plan == id }, of: document.path),
        known.updateValue(
          KnownPlan(
            title: document.path.name, status: status, path: document.path, milestones: own),
          forKey: .id(id)) == nil
      else { return nil }
    }
    return known
  }

  /// Returns milestones of a plan if they are all there.
  private func milestones(
    _ ids: [MilestoneID], of plan: RepositoryPath
  ) throws -> Set<MilestoneID>? {
    if ids.isEmpty { return [] }
    guard let folder = layout.planFolder(of: plan) else { return nil }
    var found: Set<MilestoneID> = []
    for path in try files.files(below: folder) {
      guard case .milestone(_, let sequence, folder) = layout.classify(path),
        let id = ids.first(where: { $0.sequence == sequence }),
        let bytes = try files.read(path, limit: PlanDocument.sizeLimit),
        PlainFrontMatter.milestone(in: bytes) == id
      else { continue }
      found.insert(id)
    }
    return found.count == ids.count ? found : nil
  }
}
