import Foundation
import Testing

@testable import Commands

/// The settings that `doctor` knows are those that the documentation lists.
struct KnownSettingsTests {
  @Test func theDocumentationListsTheSameSettings() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/configuration.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let documented = text.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `execplan.") else { return nil }
      let key = line.dropFirst("| `execplan.".count).prefix { $0 != "`" }
      return key.contains(".") ? nil : String(key)
    }
    #expect(Set(documented) == Set(KnownSettings.names))
    #expect(documented.count > 10)
  }
}
