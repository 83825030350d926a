/// A registry is missing or does not list the plans as they are.
struct RegistryOutdated: TreeRule {
  let name = "registry-outdated"
  let summary = "registry.json is what the plans make of it"
  let level = LintLevel.warn

  func findings(in tree: PlanTree) -> [Finding] {
    tree.registries.filter(\.isOutdated).map { registry in
      finding(
        at: registry.path,
        registry.current == nil
          ? "the registry is missing; run 'git execplan registry build'"
          : "the registry is not up to date; run 'git execplan registry update'")
    }
  }
}
