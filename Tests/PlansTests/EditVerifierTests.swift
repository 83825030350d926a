import Foundation
import Plans
import Testing

struct EditVerifierTests {
  @Test func nothingButTheValueChangesInGeneratedDocuments() throws {
    var random = SplitMix(seed: 5)
    var editCount = 0
    for _ in 0..<15 {
      let text = random.document()
      guard var verifier = EditVerifier(Array(text.utf8)) else {
        Issue.record("cannot be read: \(text)")
        continue
      }
      verifier.tryAllKeys(&random, times: 1)
      #expect(verifier.failures.isEmpty, "\(text)")
      // Only what stands in forms that are rare may be refused.
      #expect(verifier.refusalCount * 3 <= verifier.editCount, "\(text)")
      editCount += verifier.editCount
    }
    #expect(editCount > 400)
  }

  private static let folder = ProcessInfo.processInfo.environment["EXECPLAN_DOCUMENTS"]

  /// The documents of real histories, which `Tests/Histories/extract_documents.py` collects.
  @Test(.enabled(if: folder != nil))
  func nothingButTheValueChangesInRealDocuments() throws {
    let folder = try #require(Self.folder)
    var random = SplitMix(seed: 9)
    var counts = (documents: 0, edits: 0, refusals: 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      guard var verifier = EditVerifier([UInt8](data)) else { continue }
      verifier.tryAllKeys(&random, times: 2)
      #expect(verifier.failures.isEmpty, "\(name)")
      counts.documents += 1
      counts.edits += verifier.editCount
      counts.refusals += verifier.refusalCount
    }
    print("\(counts.documents) documents, \(counts.edits) edits, \(counts.refusals) refusals")
  }
}
