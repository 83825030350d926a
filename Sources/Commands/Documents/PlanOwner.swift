import GitModel
import GitStore
import Plans

/// Who owns a plan where its document does not say so.
struct PlanOwner {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Returns a handle: what a person asked for, else `execplan.owner`, else `standard`, else one made of the
  /// name of a person.
  ///
  /// - Parameter person: Who wrote the plan; `nil` for whoever signs commits here.
  func handle(
    requested: String? = nil, standard: String? = nil, person: String? = nil
  ) -> String {
    let configuration = session.repository.configuration
    if let owner = requested ?? configuration.string("execplan.owner") ?? standard {
      return owner.hasPrefix("@") ? owner : "@\(owner)"
    }
    let person =
      person ?? session.environment.variables["GIT_AUTHOR_NAME"]
      ?? configuration.string("user.name")
    let name = PlanSlug.make(from: person ?? "")
    return "@" + (name.isEmpty ? "codex" : name)
  }
}
