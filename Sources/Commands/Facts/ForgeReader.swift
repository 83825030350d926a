import Correlation
import GitModel
import GitStore

/// Finds out on which forge a repository's pull requests are.
struct ForgeReader {
  let configuration: Configuration
  /// The remote that the target is at home on; `nil` where there is none.
  let remote: String?

  /// - Parameter target: The target's reference, `nil` without a target.
  init(_ configuration: Configuration, target: String?) {
    self.configuration = configuration
    let remotes = configuration.subsections(of: "remote")
    var candidates: [String] = []
    if let target {
      if target.hasPrefix("refs/heads/"),
        let remote = configuration.string("branch.\(target.dropFirst(11)).remote")
      {
        candidates.append(remote)
      }
      candidates += remotes.filter { target.hasPrefix("refs/remotes/\($0)/") }
    }
    candidates.append("origin")
    if remotes.count == 1 { candidates += remotes }
    remote = candidates.first { configuration.remoteURL($0) != nil }
  }

  /// Returns the forge.
  ///
  /// - Parameter told: What references and messages tell of the forge, where neither configuration nor the
  ///   host's name does.
  func forge(told: (ForgeRemote) -> ForgeKind?) throws -> Forge {
    let configured = try configuredKind()
    let template = try configuredTemplate()
    guard let remote, let url = configuration.remoteURL(remote) else {
      return Forge(kind: configured, template: template)
    }
    // A URL may be rewritten to a mirror or to a name that only ssh knows: then what stands in the
    // repository's own configuration tells more.
    let urls = [configuration.rewritten(url), url]
    let projects = urls.compactMap { ForgeRemote(url: $0, kind: configured) }
    var project = projects.first { $0.kind != nil } ?? projects.first
    if let unknown = project, unknown.kind == nil, let kind = told(unknown) {
      project = urls.lazy.compactMap { ForgeRemote(url: $0, kind: kind) }.first ?? project
    }
    return Forge(kind: configured, remote: project, template: template)
  }

  private func configuredKind() throws -> ForgeKind? {
    guard let word = configuration.string("execplan.forge"), !word.isEmpty else { return nil }
    guard let kind = ForgeKind(word: word) else {
      let words = ForgeKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandError(
        "git config execplan.forge is '\(word)', which is no forge that is known",
        hint: "give one of \(words), forgejo")
    }
    return kind
  }

  private func configuredTemplate() throws -> String? {
    guard let template = configuration.string("execplan.prUrl"), !template.isEmpty else {
      return nil
    }
    let isAddress =
      (template.hasPrefix("https://") || template.hasPrefix("http://"))
      && template.contains(Forge.placeholder)
      && template.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>()\\^`|,".utf8.contains($0) }
    guard isAddress else {
      throw CommandError(
        "git config execplan.prUrl is '\(template)', which is no address with {number} in it",
        hint: "give one such as https://git.example.org/shop/pulls/{number}")
    }
    return template
  }
}
