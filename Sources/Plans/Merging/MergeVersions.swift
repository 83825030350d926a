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
        isOneLine(spelling) || hasSameComments(key, version, base),
        let copy = FrontMatterSpelling.copied(key, from: winner, to: version)
      {
        return copy
      }
      guard let source = value.source,
        let edited = try? FrontMatterEdit.setting(
          [FrontMatterChange(key, to: source)], in: version),
        keepsComments(of: key, from: version, in: edited)
      else { return nil }
      return edited
    }
    guard let newBase = edited(base, old.base), let newOurs = edited(ours, old.ours),
      let newTheirs = edited(theirs, old.theirs)
    else { return false }
    self = MergeVersions(base: newBase, ours: newOurs, theirs: newTheirs)
    alignSpelling(of: key)
    return true
  }

  /// Says whether a value stands on the line of its key, so that a comment behind it is about all of it.
  private func isOneLine(_ spelling: ArraySlice<UInt8>) -> Bool {
    !spelling.contains(UInt8(ascii: "\n"))
  }

  private func hasSameComments(_ key: FrontMatterKey, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    FrontMatterSpelling.comments(of: key, in: left)
      == FrontMatterSpelling.comments(of: key, in: right)
  }

  /// Says whether an edit took no comment away that the base does not have: somebody has just written it.
  private func keepsComments(
    of key: FrontMatterKey, from version: [UInt8], in edited: [UInt8]
  ) -> Bool {
    let kept = [base, edited].map { FrontMatterSpelling.comments(of: key, in: $0) }
    return FrontMatterSpelling.comments(of: key, in: version).isSubset(of: kept[0].union(kept[1]))
  }

  /// Spells a value everywhere as ours does, where each version spells it in its own way: a merge of lines
  /// would quarrel about that. A list that has comments at its words stays.
  private mutating func alignSpelling(of key: FrontMatterKey) {
    guard let inBase = FrontMatterSpelling.of(key, in: base),
      let inOurs = FrontMatterSpelling.of(key, in: ours),
      let inTheirs = FrontMatterSpelling.of(key, in: theirs), inBase != inOurs, inBase != inTheirs
    else { return }
    let hasOwnComments = !FrontMatterSpelling.comments(of: key, in: theirs).isEmpty
    if inOurs != inTheirs, isOneLine(inTheirs) || !hasOwnComments {
      theirs = FrontMatterSpelling.copied(key, from: ours, to: theirs) ?? theirs
    }
    base = FrontMatterSpelling.copied(key, from: ours, to: base) ?? base
  }
}
