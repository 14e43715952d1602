// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "inkling",
  products: [
    .executable(name: "inkling", targets: ["inkling"]),
    .library(name: "SpacedRepetition", targets: ["SpacedRepetition"]),
    .library(name: "EmotionCore", targets: ["EmotionCore"]),
    .library(name: "EmotionData", targets: ["EmotionData"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    // Without its default trait, which would bring all of Foundation into the program.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    // What each target may know of the others is decided here and nowhere else.
    .target(name: "SpacedRepetition", swiftSettings: strict),
    .target(name: "EmotionCore", dependencies: ["SpacedRepetition"], swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: strict),
    .target(
      name: "Vault",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "EmotionData"),
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: ["EmotionCore", "SpacedRepetition", "Terminal"],
      swiftSettings: strict),
    .executableTarget(
      name: "inkling",
      dependencies: [
        "CTerminal", "EmotionCore", "EmotionData", "Screens", "SpacedRepetition", "Storage",
        "Terminal", "Vault",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "SpacedRepetitionTests", dependencies: ["SpacedRepetition"],
      resources: [.copy("Vectors")], swiftSettings: strict),
    .testTarget(
      name: "EmotionCoreTests", dependencies: ["EmotionCore", "EmotionData", "SpacedRepetition"],
      exclude: ["Care/Texts"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "EmotionCore", "EmotionData", "SpacedRepetition"],
      exclude: ["Formats"],
      swiftSettings: strict),
    .testTarget(
      name: "VaultTests",
      dependencies: ["Vault", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Formats"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["CTerminal", "Terminal"], swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: ["EmotionCore", "EmotionData", "Screens", "SpacedRepetition", "Terminal"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["inkling"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)
