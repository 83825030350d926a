import JSON

/// Merges registries plan by plan and key by key: what comes out is the registry of the merged documents.
package enum RegistryMerge {
  /// What a merge comes to.
  package enum Result: Hashable, Sendable {
    case merged([UInt8])
    /// Three registries that differ only in what a person has to decide.
    case conflict(base: [UInt8], ours: [UInt8], theirs: [UInt8])
  }

  /// Merges two registries; `nil` where a version is none.
  ///
  /// - Parameter base: What both sides come from; empty where they have nothing in common.
  package static func merge(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> Result? {
    guard let old = base.isEmpty ? RegistryContent() : RegistryContent(base),
      let our = RegistryContent(ours), let their = RegistryContent(theirs)
    else { return nil }
    var merge = RegistryMerging(base: old, ours: our, theirs: their)
    merge.run()
    let versions = (merge.base.bytes, merge.ours.bytes, merge.theirs.bytes)
    return merge.hasConflict
      ? .conflict(base: versions.0, ours: versions.1, theirs: versions.2) : .merged(versions.1)
  }
}

/// Makes three registries say the same wherever that can be decided.
private struct RegistryMerging {
  var base: RegistryContent
  var ours: RegistryContent
  var theirs: RegistryContent
  var hasConflict = false

  private typealias Value = FieldValue<JSONValue>
  private typealias Fields = [String: JSONValue]

  mutating func run() {
    let others = merge(base.others, ours.others, theirs.others, in: nil)
    (base.others, ours.others, theirs.others) = (others.base, others.ours, others.theirs)
    let ids = Set(base.plans.keys).union(ours.plans.keys).union(theirs.plans.keys)
    for id in ids { merge(id) }
  }

  private mutating func merge(_ id: PlanID) {
    switch (base.plans[id], ours.plans[id], theirs.plans[id]) {
    case (let old?, let our?, let their?): put(merge(old, our, their, in: nil), id)
    case (nil, let our?, let their?):
      // Two plans that took the same ID have nothing in common.
      if our["path"] == their["path"] {
        put(merge([:], our, their, in: nil), id)
      } else {
        hasConflict = true
      }
    case (let old?, let our?, nil):
      if old == our { put(nil, id) } else { hasConflict = true }
    case (let old?, nil, let their?):
      if old == their { put(nil, id) } else { hasConflict = true }
    case (nil, let new?, nil), (nil, nil, let new?):
      put(Sides(base: new, ours: new, theirs: new), id)
    case (_?, nil, nil), (nil, nil, nil): put(nil, id)
    }
  }

  private mutating func put(_ sides: Sides?, _ id: PlanID) {
    base.plans[id] = sides?.base
    ours.plans[id] = sides?.ours
    theirs.plans[id] = sides?.theirs
  }

  /// The fields of one object in the three versions.
  private struct Sides {
    var base: Fields
    var ours: Fields
    var theirs: Fields
  }

  private mutating func merge(
    _ base: Fields, _ ours: Fields, _ theirs: Fields, in map: String?
  ) -> Sides {
    var sides = Sides(base: base, ours: ours, theirs: theirs)
    for key in Set(base.keys).union(ours.keys).union(theirs.keys) {
      if map == nil, let our = ours[key]?.fields, let their = theirs[key]?.fields {
        let inner = merge(base[key]?.fields ?? [:], our, their, in: key)
        sides.base[key] = JSONValue(fields: inner.base)
        sides.ours[key] = JSONValue(fields: inner.ours)
        sides.theirs[key] = JSONValue(fields: inner.theirs)
        continue
      }
      let merged = FieldMerge.merge(
        base: Self.value(base[key]), ours: Self.value(ours[key]), theirs: Self.value(theirs[key]),
        by: FieldMerge.rule(for: key, in: map))
      guard let merged else {
        hasConflict = true
        continue
      }
      sides.base[key] = merged.source
      sides.ours[key] = merged.source
      sides.theirs[key] = merged.source
    }
    return sides
  }

  private static func value(_ value: JSONValue?) -> Value {
    switch value {
    case nil: return Value(.missing, nil)
    case .string(let text)?: return Value(.word(text), value)
    case .array(let elements)?:
      let words = elements.compactMap(\.text)
      if words.count == elements.count { return Value(.list(words), value) }
    default: break
    }
    return Value(.other(JSONRenderer(layout: .compact).render(value ?? .null)), value)
  }
}

extension JSONValue: FieldSource {
  init(word: String) { self = .string(word) }
  init(words: [String]) { self.init(words) }
}
