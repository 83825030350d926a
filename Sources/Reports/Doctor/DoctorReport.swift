import JSON

/// How git-execplan is set up in a repository, what the next commit comes to, and what is wrong.
package struct DoctorReport {
  package struct Program {
    package let version: String
    /// The file that runs, `nil` where the system does not tell.
    package let path: String?
    /// The version of `git-execplan-hook` beside it, `nil` where none is there or it does not run.
    package let hookVersion: String?
    /// What git says of itself, `nil` where there is none on the PATH.
    package let git: String?

    package init(version: String, path: String?, hookVersion: String?, git: String?) {
      self.version = version
      self.path = path
      self.hookVersion = hookVersion
      self.git = git
    }
  }

  package struct Place {
    /// The top of the work tree, in a bare repository the git directory.
    package let path: String
    package let isBare: Bool
    package let isShallow: Bool

    package init(path: String, isBare: Bool, isShallow: Bool) {
      self.path = path
      self.isBare = isBare
      self.isShallow = isShallow
    }
  }

  package struct Plans {
    /// The folders where they lie, from the top of the repository; only those that are there.
    package let folders: [String]
    package let count: Int
    /// Documents that cannot be read as plans.
    package let broken: Int

    package init(folders: [String], count: Int, broken: Int) {
      self.folders = folders
      self.count = count
      self.broken = broken
    }
  }

  /// A value of git's configuration that the program reads as its own.
  package struct Setting {
    package let key: String
    package let value: String
    package let scope: String
    package let isKnown: Bool

    package init(key: String, value: String, scope: String, isKnown: Bool) {
      self.key = key
      self.value = value
      self.scope = scope
      self.isKnown = isKnown
    }
  }

  /// What a commit made now comes to.
  package struct NextCommit {
    /// The branch, also where a rebase has detached it.
    package let branch: String?
    /// The trailers that the message gets by itself.
    package let trailers: [String]
    /// Whether a message that names nothing else is accepted.
    package let isAccepted: Bool
    /// Why, in words.
    package let reason: String

    package init(branch: String?, trailers: [String], isAccepted: Bool, reason: String) {
      self.branch = branch
      self.trailers = trailers
      self.isAccepted = isAccepted
      self.reason = reason
    }
  }

  /// Something to put right, with what to do.
  package struct Complaint: Hashable {
    /// Whether something does not work, and not only less well than it could.
    package let isError: Bool
    package let message: String
    package let hint: String?

    package init(isError: Bool = false, _ message: String, hint: String?) {
      self.isError = isError
      self.message = message
      self.hint = hint
    }
  }

  package var program: Program
  package var place: Place
  package var plans: Plans
  /// The branch that work lands on, and what decides that; `nil` where there is none.
  package var target: (name: String, reason: String)?
  /// Where git looks for hooks; `nil` where it runs none.
  package var hookFolder: String?
  package var hooks: [HookStanding] = []
  package var mergesByDrivers = false
  package var settings: [Setting] = []
  /// `nil` in a bare repository.
  package var nextCommit: NextCommit?
  package var complaints: [Complaint] = []

  package init(program: Program, place: Place, plans: Plans) {
    self.program = program
    self.place = place
    self.plans = plans
  }

  /// Whether something does not work.
  package var hasErrors: Bool { complaints.contains(where: \.isError) }
}
