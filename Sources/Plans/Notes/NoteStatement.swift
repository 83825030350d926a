import GitModel

/// What one line of a git note says of its commit: that it belongs to a plan, or that it does not.
package struct NoteStatement: Hashable, Sendable {
  /// The key of lines that take back what a commit's message, a merge or a branch says.
  package static let denialKey = "Not-ExecPlan"

  package var reference: PlanReference
  package var isDenial: Bool

  package init(_ reference: PlanReference, isDenial: Bool = false) {
    self.reference = reference
    self.isDenial = isDenial
  }

  /// Returns all that a note says, in order. Lines count wherever they stand, as they do in a message's
  /// body: `git notes merge` moves them around.
  package static func all(in note: some Collection<UInt8>) -> [NoteStatement] {
    TrailerParser.lines(in: note, keys: PlanReference.keys + [denialKey], outsideBlock: false)
      .flatMap { line in
        let isDenial = line.hasKey(denialKey)
        return PlanReference.references(inValue: line.value).map {
          NoteStatement($0, isDenial: isDenial)
        }
      }
  }

  /// The line that says this, without a line end; `nil` for what no line can say.
  package var line: String? {
    guard let value = reference.value else { return nil }
    if isDenial { return "\(Self.denialKey): \(value)" }
    if case .milestone = reference { return "Milestone: \(value)" }
    return "ExecPlan: \(value)"
  }

  /// Says whether a denial of `denied` takes this reference back: it is the same, or a milestone of the
  /// denied plan, or a path whose file name carries the plan's ID.
  package static func covers(_ denied: PlanReference, _ reference: PlanReference) -> Bool {
    if denied == reference { return true }
    guard case .plan(let id) = denied else { return false }
    switch reference {
    case .milestone(let milestone): return milestone.plan == id
    case .path(let path): return PlanLayout.planID(ofFile: path.name) == id
    case .plan, .none, .foreign, .malformed: return false
    }
  }
}
