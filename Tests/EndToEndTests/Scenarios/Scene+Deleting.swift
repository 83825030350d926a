import TestSupport

extension Scene {
  /// Deletes a branch. Work that nothing ties to its plan then is lost.
  ///
  /// - Parameter isKept: Whether another reference leads to it still.
  func delete(_ line: Line, isKept: Bool = false) throws {
    if current == line.name { try switchTo("main") }
    try git(["branch", "--quiet", "-D", line.name])
    line.exists = false
    if isKept { return }
    let held = Dictionary(grouping: works.filter(\.isLanded), by: \.carrier)
      .mapValues { Set($0.map(ObjectIdentifier.init)) }
    for work in line.works {
      // Its commit stays linked by its trailer.
      if work.isThrownAway, speaking.contains(work.commit) { continue }
      let isElsewhere = lines.contains { $0.exists && $0.works.contains { $0 === work } }
      if isElsewhere || isCarrierLinked(work) { continue }
      // Its copy is nobody's then, but the commit itself is on the target too.
      if work.reachedTime != nil, speaking.contains(work.commit), let way = work.way {
        work.become(
          work.isLanded ? .landed(work.commit, way: way) : .reverted(work.commit, way: way),
          at: work.time)
        for release in releases.indices {
          for place in releases[release].works.indices
          where releases[release].works[place].work === work {
            releases[release].works[place].carrier = work.commit
          }
        }
        continue
      }
      if work.isLanded, let former = work.takenBack.last(where: speaking.contains) {
        let before = Set(
          works.filter { $0.takenBack.contains(former) }.map(ObjectIdentifier.init))
        lead(work, backTo: former, isSame: held[work.carrier] == before)
        continue
      }
      work.become(.lost, at: time)
    }
  }

  /// Whether the commit that carries a work is known as one of its plan, by itself or by what it names.
  private func isCarrierLinked(_ work: Work) -> Bool {
    guard let carrier = work.carrier else { return false }
    if speaking.contains(carrier), !work.countsItself { return true }
    return telling.contains(carrier) && work.reachedTime != nil && speaking.contains(work.commit)
  }

  /// Notes that nothing tells of the commit by which a work came again: what the target has of a commit that was taken
  /// back is there again, in whatever commit. Where this one holds the same, releases tell it too.
  private func lead(_ work: Work, backTo former: String, isSame: Bool) {
    for release in releases.indices {
      for place in releases[release].works.indices.reversed()
      where releases[release].works[place].work === work {
        if isSame {
          releases[release].works[place].carrier = former
        } else if releases[release].works[place].carrier != former {
          releases[release].works.remove(at: place)
        }
      }
    }
    work.become(.landed(former, way: isSame ? "rebase" : "content"), at: work.time)
  }
}
