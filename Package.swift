// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: the Swift 6 language mode, warnings as errors, and the features that
/// make imports and existentials explicit.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "refract",
  products: [
    .executable(name: "refract", targets: ["refract"]),
    .library(name: "RefractEngine", targets: ["RefractEngine"]),
    .library(name: "RefractReport", targets: ["RefractReport"]),
  ],
  dependencies: [
    // Options, help texts and shell completion of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // libyaml, whose event stream both problem files and the catalogue are read from.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // The template language of the Markdown and HTML reports.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    // SHA-256 of inputs, templates and catalogue: provenance and up-to-date checks.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // CommonMark to HTML: Debian's libcmark, in its safe mode.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .executableTarget(name: "EmbedTool", swiftSettings: strict),
    .plugin(
      name: "EmbedData", capability: .buildTool(), dependencies: ["EmbedTool"], path: "Sources/EmbedData"),
    .target(
      name: "RefractEngine", dependencies: [.product(name: "Yams", package: "Yams")],
      exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedData"]),
    .target(
      name: "RefractReport",
      dependencies: [
        "RefractEngine", "CCMark", .product(name: "Mustache", package: "swift-mustache"),
        // SHA-256 of the inlined style sheet, which each page's content security policy names.
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict, plugins: ["EmbedData"]),
    .target(
      name: "RefractBatch",
      dependencies: ["RefractReport", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .executableTarget(
      name: "refract",
      dependencies: ["RefractBatch", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    // Mutated problem files against the readers; see .ci/fuzz. No product: it is for whoever works on Refract.
    .executableTarget(
      name: "refract-fuzz",
      dependencies: ["RefractEngine", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .testTarget(
      name: "RefractEngineTests", dependencies: ["RefractEngine"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "RefractReportTests", dependencies: ["RefractReport"], swiftSettings: strict),
    .testTarget(name: "RefractBatchTests", dependencies: ["RefractBatch"], swiftSettings: strict),
  ]
)
