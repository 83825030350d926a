package import GitModel
import Markdown
import YAML

/// Reads plan documents.
package enum PlanDocument {
  /// What a document holds.
  package struct ReadResult: Hashable, Sendable {
    package var path: RepositoryPath
    /// The plan; `nil` where the document should carry an ID and carries none, in its front matter or in
    /// its name.
    package var plan: Plan?
    /// What is wrong with the document by itself, in the order of the file.
    package var findings: [Finding]
    /// What the registry records of the plan; `nil` for a document with errors, and for one that need not
    /// follow the format.
    package var entry: RegistryEntry?
  }

  /// Returns what is known of a document that cannot be read: the plan that its name tells, and why.
  package static func unreadable(
    path: RepositoryPath, reason: String, layout: PlanLayout = .standard
  ) -> ReadResult {
    let finding = Finding(
      path: path, severity: .error, rule: "unreadable-file",
      message: "the file cannot be read: \(reason)")
    var result = ReadResult(path: path, findings: [finding])
    if case .milestone = layout.classify(path) { return result }
    let id = PlanLayout.planID(ofFile: path.name)
    if id != nil || !layout.isStrict(path) {
      result.plan = Plan(key: id.map(PlanKey.id) ?? .path(path), path: path, title: path.title)
    }
    return result
  }

  /// Reads a document. One below the layout's roots must follow the format; any other may be any Markdown
  /// file, and is a plan by its path, unless its front matter carries an ID.
  package static func read(
    path: RepositoryPath, bytes: [UInt8], layout: PlanLayout = .standard
  ) -> ReadResult {
    let outline = PlanBody.outline(of: bytes)
    let heading = outline.headings.first?.text
    var document: FrontMatterDocument?
    var failure: FrontMatterError?
    do throws(FrontMatterError) {
      document = try FrontMatterDocument(bytes)
    } catch {
      failure = error
    }
    // Where the format is not asked for, dashes further down are a mere rule across the page.
    if !layout.isStrict(path), case .found(let found) = FrontMatter.search(bytes), !found.isFirst {
      document = nil
      failure = nil
    }

    var result = ReadResult(path: path, findings: [])
    let nameID = PlanLayout.planID(ofFile: path.name)
    if layout.isStrict(path) {
      if let document {
        var reader = FieldReader(document: document, path: path)
        result.entry = reader.readEntry(isFiledAway: layout.isFiledAway(path))
        result.findings = reader.findings.sorted()
      } else if let failure {
        result.findings = [finding(failure, in: path, .error)]
      }
      if let finding = invalidEncoding(of: bytes, in: path, failure: failure) {
        result.findings.append(finding)
        result.entry = nil
      }
    } else if case .invalid = failure, let failure {
      result.findings = [finding(failure, in: path, .warning)]
    }

    let id = document?.text("id").flatMap { PlanID($0) } ?? nameID
    guard id != nil || !layout.isStrict(path) else { return result }
    var plan = Plan(
      key: id.map(PlanKey.id) ?? .path(path), path: path,
      title: document?.text("title") ?? heading?.nonEmpty ?? path.title)
    if let document { plan.takeFields(of: document) }
    plan.progress = ProgressCount(outline)
    result.plan = plan
    return result
  }

  /// Returns the ID that a document's front matter records, where it is another one than `named`, which
  /// the file's name carries. Nearly all front matter is not even parsed for that.
  package static func recordedID(in bytes: [UInt8], besides named: PlanID?) -> PlanID? {
    guard case .found(let found) = FrontMatter.search(bytes),
      PlanID.all(in: String(decoding: bytes[found.yaml], as: UTF8.self)).contains(where: {
        $0 != named
      }),
      let document = try? FrontMatterDocument(bytes),
      let id = document.text("id").flatMap({ PlanID($0) }), id != named
    else { return nil }
    return id
  }

  private static func finding(
    _ error: FrontMatterError, in path: RepositoryPath, _ severity: Finding.Severity
  ) -> Finding {
    Finding(
      path: path, line: error.line, column: error.column, severity: severity, rule: error.rule,
      message: error.message)
  }

  /// Returns a finding for a file that is no UTF-8 somewhere below its front matter.
  private static func invalidEncoding(
    of bytes: [UInt8], in path: RepositoryPath, failure: FrontMatterError?
  ) -> Finding? {
    if case .invalid = failure { return nil }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return Finding(
      path: path, severity: .error, rule: "invalid-encoding", message: "the file is not valid UTF-8"
    )
  }
}

extension Plan {
  /// Takes over what the format knows of a front matter's fields, and leaves out everything else.
  fileprivate mutating func takeFields(of document: FrontMatterDocument) {
    func word(_ key: String, of vocabulary: [String]) -> String? {
      document.text(key).flatMap { vocabulary.contains($0) ? $0 : nil }
    }
    func date(_ key: String) -> CalendarDate? {
      document.text(key).flatMap { CalendarDate($0) ?? PythonTime($0)?.day }
    }
    status = document.text("status").flatMap(PlanStatus.init)
    kind = word("kind", of: Vocabulary.kinds)
    domain = word("domain", of: Vocabulary.domains)
    risk = word("risk", of: Vocabulary.risks)
    owner = document.text("owner")
    created = date("created")
    updated = date("updated")
    tags = document["tags"]?.wordList.map(\.text) ?? []
    touches =
      document["touches"]?.wordList.map(\.text).filter(Vocabulary.touches.contains) ?? []
    breaking = document["breaking"]?.flag
    migration = document["migration"]?.flag
    links = (document["links"]?.pairs ?? []).compactMap { pair in
      guard let key = pair.key.text, let value = pair.value.text else { return nil }
      return PlanLink(key: key, value: pair.value.resolution == .null ? "" : value)
    }
    dependsOn = document["depends_on"]?.wordList.compactMap { PlanID($0.text) } ?? []
    supersedes = document["supersedes"]?.wordList.compactMap { PlanID($0.text) } ?? []
  }
}
