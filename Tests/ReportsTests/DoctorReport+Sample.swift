import Reports

extension DoctorReport {
  /// A repository in which nothing is set up.
  static var sample: DoctorReport {
    DoctorReport(
      program: Program(
        version: "0.1.0", path: "/usr/local/bin/git-execplan", hookVersion: "0.1.0",
        git: "git version 2"),
      place: Place(path: "/home/mara/shop", isBare: false, isShallow: false),
      plans: Plans(folders: [".agent/exec_plans"], count: 12, broken: 0))
  }
}
