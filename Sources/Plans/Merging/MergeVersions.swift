/// The three versions of a document that a merge works on.
struct MergeVersions {
  /// What both sides come from; empty where they have nothing in common.
  var base: [UInt8]
  var ours: [UInt8]
  var theirs: [UInt8]

  /// What a key holds in the three versions.
  struct Values {
    let base: FrontMatterMerge.Value
    let ours: FrontMatterMerge.Value
    let theirs: FrontMatterMerge.Value
  }

  /// Gives all three versions the value that comes out. Where one side made it, its spelling goes with it;
  /// returns false, and changes nothing, where a version cannot be edited.
  mutating func put(
    _ value: FrontMatterMerge.Value, at key: FrontMatterKey, instead old: Values
  ) -> Bool {
    let winner = old.ours == value ? ours : old.theirs == value ? theirs : nil
    let spelling = FrontMatterSpelling.of(key, in: base)
    func edited(_ version: [UInt8], _ holds: FrontMatterMerge.Value) -> [UInt8]? {
      // An empty base stays so: there is nothing to write into.
      if holds == value || version.isEmpty { return version }
      if let winner, let spelling, FrontMatterSpelling.of(key, in: version) == spelling,
        let copy = FrontMatterSpelling.copied(key, from: winner, to: version)
      {
        return copy
      }
      guard let source = value.source else { return nil }
      return try? FrontMatterEdit.setting([FrontMatterChange(key, to: source)], in: version)
    }
    guard let newBase = edited(base, old.base), let newOurs = edited(ours, old.ours),
      let newTheirs = edited(theirs, old.theirs)
    else { return false }
    self = MergeVersions(base: newBase, ours: newOurs, theirs: newTheirs)
    alignSpelling(of: key)
    return true
  }

  /// Spells a value everywhere as ours does, where each version spells it in its own way: a merge of lines
  /// would quarrel about that. Comments between the items of a list stay.
  private mutating func alignSpelling(of key: FrontMatterKey) {
    guard let inBase = FrontMatterSpelling.of(key, in: base),
      let inOurs = FrontMatterSpelling.of(key, in: ours),
      let inTheirs = FrontMatterSpelling.of(key, in: theirs), inBase != inOurs, inBase != inTheirs
    else { return }
    if inOurs != inTheirs, !inTheirs.contains(UInt8(ascii: "#")) {
      theirs = FrontMatterSpelling.copied(key, from: ours, to: theirs) ?? theirs
    }
    base = FrontMatterSpelling.copied(key, from: ours, to: base) ?? base
  }
}
