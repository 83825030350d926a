import GitModel
import Plans

/// Finds the plan that a person means: by its ID, by its document's path, or by its slug.
struct PlanSelector {
  private let plans: [Plan]
  private let prefix: RepositoryPath?

  /// - Parameters:
  ///   - plans: The plans to choose from.
  ///   - prefix: The folder that the person works in, `nil` at the root.
  init(_ plans: [Plan], prefix: RepositoryPath?) {
    self.plans = plans
    self.prefix = prefix
  }

  /// Returns the plan's place.
  ///
  /// - Throws: `CommandError` where no plan or several are meant.
  func position(of word: String) throws -> Int {
    let upper = word.uppercased()
    if let id = PlanID(upper) ?? MilestoneID(upper)?.plan {
      if let found = plans.firstIndex(where: { $0.key == .id(id) }) { return found }
      throw CommandError(
        "there is no plan \(word)", hint: "run 'git execplan list' to see the plans")
    }
    for path in [prefix?.appending(word), RepositoryPath(word)] {
      if let found = plans.firstIndex(where: { $0.path == path }) { return found }
    }
    let found = plans.indices.filter { Self.slug(of: plans[$0]) == word }
    if found.count > 1 {
      let names = found.map { plans[$0].key.description }.joined(separator: ", ")
      throw CommandError("several plans have the slug '\(word)': \(names)")
    }
    guard let only = found.first else {
      let hint =
        word.lowercased().hasPrefix("ep-")
        ? "an ID has the form EP-YYYYMMDD-NNN; run 'git execplan list' to see the plans"
        : "run 'git execplan list' to see the plans"
      throw CommandError("there is no plan '\(word)'", hint: hint)
    }
    return only
  }

  /// The part of the file's name behind the ID, else the whole name, without `.md`.
  static func slug(of plan: Plan) -> String {
    PlanSlug.ofFile(plan.path.name)
  }
}
