// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "git-execplan",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "git-execplan", targets: ["git-execplan"])
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
      name: "Reports", dependencies: ["Correlation", "GitModel", "JSON", "Plans"],
      swiftSettings: settings),

    // The outside world: repositories and files.
    .target(
      name: "GitStore", dependencies: ["CLibgit2", "GitModel", subprocess, systemPackage],
      swiftSettings: settings),
    .target(
      name: "WorkTree", dependencies: ["GitModel", systemPackage], swiftSettings: settings),

    // The program.
    .target(
      name: "Commands",
      dependencies: [
        "Correlation", "GitModel", "GitStore", "JSON", "MessageRules", "Plans", "Reports",
        "WorkTree", argumentParser, systemPackage,
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "git-execplan", dependencies: ["Commands"], swiftSettings: settings),

    // Tests.
    .testTarget(name: "GitModelTests", dependencies: ["GitModel"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
