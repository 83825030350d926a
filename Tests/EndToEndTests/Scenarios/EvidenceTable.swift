import Foundation
import TestSupport

/// What the program needed to know in a scene: which evidence linked commits, and by which ways they landed.
///
/// `EXECPLAN_EVIDENCE` names a file, to which each scene adds its row.
enum EvidenceTable {
  static func add(_ row: String, _ scene: Scene) throws {
    guard let path = ProcessInfo.processInfo.environment["EXECPLAN_EVIDENCE"] else { return }
    var evidence: Set<String> = []
    var ways: Set<String> = []
    for plan in 1...scene.plans {
      let show = try JSONDocument(
        scene.repository.execplan(["show", ScratchRepository.planID(plan), "--json"]).output)
      for commit in show["linked_commits"].array where commit["kind"].string != "merge" {
        // What a commit says itself is enough.
        let words = commit["evidence"].strings
        let own = words.filter { ["trailer", "note", "body"].contains($0) }
        evidence.formUnion(own.isEmpty ? words : own)
        ways.insert(commit["integration"].string ?? commit["state"].string ?? "-")
      }
    }
    let fields = [
      row, evidence.sorted().joined(separator: " "), ways.sorted().joined(separator: " "),
    ]
    let line = fields.joined(separator: "\t") + "\n"
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(line.utf8))
    try file.close()
  }
}
