/// The files that the program carries to install them: the folders `templates` and `hooks`.
enum InstalledFiles {
  /// What `init` writes below a repository's `.agent` folder.
  static let templates: [(name: String, bytes: [UInt8])] = [
    ("PLANS.md", PackageResources.PLANS_md),
    ("templates/EXECPLAN_TEMPLATE.md", PackageResources.EXECPLAN_TEMPLATE_md),
    ("templates/MILESTONE_TEMPLATE.md", PackageResources.MILESTONE_TEMPLATE_md),
  ]

  /// The text of a new plan.
  static let planTemplate = PackageResources.EXECPLAN_TEMPLATE_md
  /// The text of a new milestone.
  static let milestoneTemplate = PackageResources.MILESTONE_TEMPLATE_md

  /// The scripts of the hooks for messages, by the names that git gives them.
  static let hooks: [(name: String, bytes: [UInt8])] = [
    ("commit-msg", PackageResources.commit_msg),
    ("prepare-commit-msg", PackageResources.prepare_commit_msg),
  ]

  /// Returns the script of a hook around a push.
  static func script(of hook: PushHook) -> [UInt8] {
    switch hook {
    case .prePush: PackageResources.pre_push
    case .preReceive: PackageResources.pre_receive
    case .update: PackageResources.update
    }
  }
}
