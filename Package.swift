// swift-tools-version: 6.2
import PackageDescription

var settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
// In CI no warning gets by; elsewhere a newer compiler's new warning does not stop a build.
if Context.environment["CI"] == "true" { settings.append(.treatAllWarnings(as: .error)) }

// `make build` sets EXECPLAN_STATIC=1 where one file without shared libraries can be linked: libgit2
// and what it needs then come from static libraries, and CNetworkStubs stands in for its network.
let isStatic = Context.environment["EXECPLAN_STATIC"] == "1"
let staticLibraries = ["git2", "mbedcrypto", "http_parser", "pcre2-8", "z"]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "git-execplan",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "git-execplan", targets: ["git-execplan"]),
    .executable(name: "git-execplan-hook", targets: ["git-execplan-hook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    // C libraries, found through pkg-config.
    .systemLibrary(
      name: "CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CLibyaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibcmark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    // Own C: takes the place of the network libraries that libgit2 was built against.
    .target(
      name: "CNetworkStubs",
      cSettings: isStatic ? [.define("EXECPLAN_STATIC")] : [],
      linkerSettings: isStatic ? staticLibraries.map { .linkedLibrary($0) } : []),

    // Pure values and rules: no I/O, no clock, no terminal, no libgit2.
    .target(name: "GitModel", swiftSettings: settings),
    .target(name: "JSON", swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CLibyaml"], swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CLibcmark"], swiftSettings: settings),
    .target(
      name: "Plans", dependencies: ["GitModel", "JSON", "Markdown", "YAML"],
      swiftSettings: settings),
    .target(name: "MessageRules", dependencies: ["GitModel", "Plans"], swiftSettings: settings),
    .target(name: "Correlation", dependencies: ["GitModel", "Plans"], swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: ["Correlation", "GitModel", "JSON", "MessageRules", "Plans"],
      swiftSettings: settings),

    // The outside world: repositories and files.
    .target(
      name: "GitFiles", dependencies: ["GitModel", systemPackage], swiftSettings: settings),
    .target(
      name: "GitStore",
      dependencies: [
        "CLibgit2", "CNetworkStubs", "GitFiles", "GitModel", subprocess, systemPackage,
      ],
      swiftSettings: settings),
    .target(
      name: "WorkTree", dependencies: ["GitModel", systemPackage], swiftSettings: settings),

    // What hooks do at most commits. No libgit2 here, and no parser of command lines: they take longer to
    // start than the work does.
    .target(
      name: "QuickHooks",
      dependencies: ["GitFiles", "GitModel", "MessageRules", "Plans", "WorkTree", systemPackage],
      swiftSettings: settings),
    .executableTarget(
      name: "git-execplan-hook", dependencies: ["GitFiles", "QuickHooks"], swiftSettings: settings),

    // The program.
    .target(
      name: "Commands",
      dependencies: [
        "Correlation", "GitFiles", "GitModel", "GitStore", "JSON", "MessageRules", "Plans",
        "QuickHooks", "Reports", "WorkTree", argumentParser, systemPackage,
      ],
      // What the program installs. Both are links to the folders of that name at the top.
      resources: [.embedInCode("HookScripts"), .embedInCode("Templates")],
      swiftSettings: settings),
    .executableTarget(
      name: "git-execplan", dependencies: ["Commands"], swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["GitModel", "WorkTree", subprocess, systemPackage],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "GitModelTests", dependencies: ["GitModel"], swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: settings),
    .testTarget(
      name: "PlansTests", dependencies: ["GitModel", "JSON", "Markdown", "Plans", "YAML"],
      swiftSettings: settings),
    .testTarget(
      name: "MessageRulesTests", dependencies: ["GitModel", "MessageRules", "Plans"],
      swiftSettings: settings),
    .testTarget(
      name: "CorrelationTests", dependencies: ["Correlation", "GitModel", "Plans"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Correlation", "GitModel", "JSON", "MessageRules", "Plans", "Reports"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkTreeTests", dependencies: ["GitModel", "TestSupport", "WorkTree", systemPackage],
      swiftSettings: settings),
    .testTarget(
      name: "GitStoreTests",
      dependencies: ["GitFiles", "GitModel", "GitStore", "TestSupport", systemPackage],
      swiftSettings: settings),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["Commands", "Plans", "TestSupport", "WorkTree", systemPackage],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["TestSupport", systemPackage, "git-execplan", "git-execplan-hook"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
