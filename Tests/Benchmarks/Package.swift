// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that building and testing Inkling never builds this.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "inkling", path: "../..")],
  targets: [
    .target(name: "CPty"),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CPty",
        .product(name: "EmotionCore", package: "inkling"),
        .product(name: "EmotionData", package: "inkling"),
        .product(name: "SpacedRepetition", package: "inkling"),
      ],
      swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
