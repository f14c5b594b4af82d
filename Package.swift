// swift-tools-version: 6.1
import PackageDescription

// The dependency arrows point one way: Coaching joins QuestionFlow, WorkFit and Journal, which know
// nothing of each other, and only the executables know the terminal.
let package = Package(
  name: "nextmove",
  products: [
    .executable(name: "nextmove", targets: ["nextmove"]),
    .executable(name: "nextmove-bench", targets: ["nextmove-bench"]),
    .library(name: "QuestionFlow", targets: ["QuestionFlow"]),
    .library(name: "WorkFit", targets: ["WorkFit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // GRDB links the system's SQLite, so its headers are named here beside libedit's.
    .systemLibrary(
      name: "CLibedit",
      pkgConfig: "libedit",
      providers: [.apt(["libedit-dev", "libsqlite3-dev"])]
    ),
    .target(name: "CEmbedded"),
    .target(name: "EmbeddedFiles", dependencies: ["CEmbedded"]),
    .target(
      name: "Phrases",
      dependencies: ["EmbeddedFiles", .product(name: "Yams", package: "Yams")],
      exclude: ["Words"]
    ),
    .target(name: "SafeOutput", dependencies: ["ControlSequences", "Phrases"]),
    // Compiled for speed in debug builds too, where reading would otherwise take minutes. The library of
    // matrix products is opened at run time (products.c), so nothing is linked.
    .target(name: "CEncoder", exclude: ["kernels.inc"], cSettings: [.unsafeFlags(["-O3"])]),
    .target(
      name: "Encoder",
      dependencies: [
        "CEncoder", "EmbeddedFiles", "Phrases", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(name: "ControlSequences"),
    .target(
      name: "LineEditor", dependencies: ["CLibedit", "ControlSequences", "Phrases", "SafeOutput"]),
    .target(
      name: "QuestionFlow",
      dependencies: ["EmbeddedFiles", "Phrases", .product(name: "Yams", package: "Yams")],
      exclude: ["Data"]
    ),
    .target(
      name: "WorkFit",
      dependencies: [
        "ControlSequences", "EmbeddedFiles", "Encoder", "Phrases",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Lexicon"]
    ),
    .target(
      name: "Journal",
      dependencies: [
        "Phrases", "SafeOutput", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Coaching",
      dependencies: [
        "EmbeddedFiles", "Phrases", "QuestionFlow", "SafeOutput", "WorkFit", "Journal",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Data"]
    ),
    .executableTarget(
      name: "nextmove",
      dependencies: [
        "Coaching", "ControlSequences", "EmbeddedFiles", "Encoder", "Journal", "LineEditor",
        "Phrases", "QuestionFlow", "SafeOutput", "WorkFit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Manual"]
    ),
    .executableTarget(
      name: "nextmove-bench",
      dependencies: [
        "ControlSequences", "EmbeddedFiles", "Encoder", "Journal", "LineEditor", "QuestionFlow",
        "SafeOutput", "WorkFit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Amounts/cases.jsonl"]
    ),
    // What several test targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "QuestionFlowTests", dependencies: ["Phrases", "QuestionFlow"], exclude: ["Corpus"]),
    .testTarget(
      name: "WorkFitTests",
      dependencies: ["EmbeddedFiles", "Encoder", "Phrases", "QuestionFlow", "WorkFit"],
      exclude: ["Amounts/Negations/negations.txt"]),
    .testTarget(
      name: "EncoderTests",
      dependencies: [
        "CEncoder", "EmbeddedFiles", "Encoder", .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Fixtures"]),
    .executableTarget(
      name: "JournalWriter", dependencies: ["Journal"], path: "Tests/JournalWriter"),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Journal", "JournalWriter", "QuestionFlow", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(name: "NextmoveBenchTests", dependencies: ["nextmove-bench"]),
    .testTarget(
      name: "CoachingTests",
      dependencies: ["Coaching", "Journal", "Phrases", "QuestionFlow", "TestSupport", "WorkFit"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PhrasesTests",
      dependencies: ["Phrases", .product(name: "Yams", package: "Yams")]),
    .testTarget(name: "SafeOutputTests", dependencies: ["QuestionFlow", "SafeOutput"]),
    .testTarget(name: "ControlSequencesTests", dependencies: ["ControlSequences", "QuestionFlow"]),
    .testTarget(name: "LineEditorTests", dependencies: ["ControlSequences", "LineEditor"]),
    .testTarget(
      name: "NextmoveEndToEndTests",
      dependencies: [
        "nextmove", "Coaching", "EmbeddedFiles", "Journal", "Phrases", "QuestionFlow", "SafeOutput",
        "TestSupport", "WorkFit",
      ],
      exclude: ["Conversations"]
    ),
  ]
)

// Only who builds the documentation needs its plugin: NEXTMOVE_DOCS=1 swift package generate-documentation
if Context.environment["NEXTMOVE_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

// Reading, checking and folding are compiled for speed in debug builds too: the tests, and whoever tries a
// change out, run them thousands of times.
let fast: Set = [
  "Coaching", "ControlSequences", "Encoder", "Journal", "Phrases", "QuestionFlow", "SafeOutput",
  "WorkFit",
]
for target in package.targets where fast.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}

// CI sets it for building and testing alike, so that one build serves both.
if Context.environment["NEXTMOVE_STRICT"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings?.append(.unsafeFlags(["-warnings-as-errors"]))
  }
}
