import JSON

extension DoctorReport {
  package func json() -> String {
    var members = [
      JSONMember(
        "program",
        .object([
          JSONMember("version", .string(program.version)),
          JSONMember("path", JSONValue(program.path)),
          JSONMember("hook_version", JSONValue(program.hookVersion)),
          JSONMember("git", JSONValue(program.git)),
        ])),
      JSONMember(
        "repository",
        .object([
          JSONMember("path", .string(place.path)), JSONMember("bare", .boolean(place.isBare)),
          JSONMember("shallow", .boolean(place.isShallow)),
        ])),
      JSONMember(
        "plans",
        .object([
          JSONMember("folders", JSONValue(plans.folders)),
          JSONMember("count", .integer(plans.count)),
          JSONMember("broken", .integer(plans.broken)),
        ])),
      JSONMember(
        "target",
        target.map {
          .object([
            JSONMember("name", .string($0.name)), JSONMember("reason", .string($0.reason)),
          ])
        } ?? .null),
      JSONMember("hook_folder", JSONValue(hookFolder)),
      JSONMember("hooks", .array(hooks.map { .object($0.members) })),
      JSONMember("merge_drivers", .boolean(mergesByDrivers)),
      JSONMember("settings", .array(settings.map(\.json))),
    ]
    members.append(JSONMember("next_commit", nextCommit?.json ?? .null))
    members.append(JSONMember("complaints", .array(complaints.map(\.json))))
    return JSONReport.render(members)
  }
}

extension DoctorReport.Setting {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("key", .string(key)), JSONMember("value", .string(value)),
      JSONMember("scope", .string(scope)), JSONMember("known", .boolean(isKnown)),
    ])
  }
}

extension DoctorReport.NextCommit {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("branch", JSONValue(branch)), JSONMember("trailers", JSONValue(trailers)),
      JSONMember("accepted", .boolean(isAccepted)), JSONMember("reason", .string(reason)),
    ])
  }
}

extension DoctorReport.Complaint {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("severity", .string(isError ? "error" : "warning")),
      JSONMember("message", .string(message)), JSONMember("hint", JSONValue(hint)),
    ])
  }
}
