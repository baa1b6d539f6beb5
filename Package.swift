// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Warnings are errors where the project itself is tested; whoever builds it from source as a
// pre-commit hook does so with whatever compiler they have.
let warningsAreErrors = Context.environment["RESPMAP_WARNINGS_AS_ERRORS"] != nil

let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

// Where `libsimdjson-dev` is installed, the benchmarks measure simdjson too. Nothing else needs it.
let hasSimdjson = ["/usr/include", "/usr/local/include"].contains {
  FileManager.default.fileExists(atPath: $0 + "/simdjson.h")
}

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], linking: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linking)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "respmap",
  products: [
    .library(name: "ResponseMapping", targets: ["ResponseMapping"]),
    .executable(name: "respmap", targets: ["respmap"]),
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2"))
  ],
  targets: [
    library("Diagnostics"),
    library("JSONText"),
    library("CalendarTime"),
    library("IRegexp"),
    library("JSONPath", ["Diagnostics", "IRegexp", "JSONText"]),
    library("XPath", ["Diagnostics"]),
    library("LeadFields", ["Diagnostics", "JSONText"]),
    library("MappingPlan", ["JSONText", "LeadFields"]),
    library(
      "Transforms",
      ["CalendarTime", "Diagnostics", "IRegexp", "JSONPath", "JSONText", "MappingPlan"]),
    library("MappingSyntax", ["Diagnostics"]),
    library(
      "MappingCompiler",
      [
        "Diagnostics", "JSONPath", "LeadFields", "MappingPlan", "MappingSyntax", "Transforms",
        "XPath",
      ]),
    .target(name: "CStructuralScan"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXMLText"),
    library(
      "MappingRuntime",
      [
        "CalendarTime", "CStructuralScan", "CXMLText", "Diagnostics", "JSONPath", "JSONText",
        "LeadFields",
        "MappingPlan", "Transforms", "XPath",
      ],
      // XPath rounds; the functions for that stand in a library of their own.
      linking: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    library(
      "ResponseMapping",
      [
        "CalendarTime", "Diagnostics", "JSONPath", "JSONText", "LeadFields", "MappingCompiler",
        "MappingPlan", "MappingRuntime", "MappingSyntax", "Transforms", "XPath",
      ]),
    library(
      "RespmapCommands",
      [
        "Diagnostics", "JSONText", "ResponseMapping",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "respmap", dependencies: ["RespmapCommands"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("JSONTextTests", ["JSONText"]),
    tests("IRegexpTests", ["IRegexp"]),
    tests(
      "JSONPathTests", ["Diagnostics", "JSONPath", "JSONText", "MappingPlan", "MappingRuntime"]),
    tests("XPathTests", ["Diagnostics", "XPath"]),
    tests("LeadFieldsTests", ["Diagnostics", "LeadFields"], exclude: ["Catalogues"]),
    tests(
      "TransformsTests",
      [
        "CalendarTime", "Diagnostics", "IRegexp", "JSONPath", "JSONText", "MappingPlan",
        "Transforms",
      ],
      exclude: ["decimal-cases.tsv", "generate-decimal-cases.py"]),
    tests("MappingSyntaxTests", ["Diagnostics", "MappingSyntax"]),
    tests(
      "MappingCompilerTests",
      [
        "Diagnostics", "JSONText", "LeadFields", "MappingCompiler", "MappingPlan", "MappingSyntax",
      ]),
    tests(
      "MappingRuntimeTests",
      [
        "CXMLText", "IRegexp", "JSONPath", "JSONText", "LeadFields", "MappingPlan",
        "MappingRuntime", "XPath",
      ]),
    .target(name: "CXMLRivals", dependencies: ["CLibXML2"]),
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CAllocationCount", "CXMLRivals", "ResponseMapping"]
        + (hasSimdjson ? ["CSimdjsonRival"] : []),
      swiftSettings: settings + (hasSimdjson ? [.define("HAS_SIMDJSON")] : [])),
    tests(
      "RespmapCommandsTests",
      [
        "Diagnostics", "JSONText", "LeadFields", "MappingPlan", "RespmapCommands",
        "ResponseMapping", "Transforms",
      ],
      exclude: ["Golden"]),
    tests(
      "ResponseMappingTests",
      ["CAllocationCount", "CXMLRivals", "Diagnostics", "MappingSyntax", "ResponseMapping"],
      exclude: ["TokenMutation/Corpus"]),
  ]
)

if hasSimdjson {
  package.targets.append(
    .target(
      name: "CSimdjsonRival",
      cxxSettings: [.define("NDEBUG")],
      linkerSettings: [.linkedLibrary("simdjson")]))
  package.cxxLanguageStandard = .cxx17
}

// The fuzz targets have no `main`, libFuzzer brings it; so they exist only when they are asked for.
// See Tests/Fuzz/run.
if Context.environment["RESPMAP_FUZZ"] != nil {
  func fuzzTarget(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  }
  package.targets += [
    fuzzTarget("FuzzBody", ["JSONText", "MappingPlan", "MappingRuntime", "ResponseMapping"]),
    fuzzTarget("FuzzCapture", ["Diagnostics", "RespmapCommands"]),
    fuzzTarget("FuzzIRegexp", ["IRegexp"]),
    fuzzTarget("FuzzJSONPath", ["Diagnostics", "JSONPath", "JSONText", "ResponseMapping"]),
    fuzzTarget("FuzzRecord", ["JSONText", "RespmapCommands", "ResponseMapping"]),
    fuzzTarget("FuzzXML", ["CXMLRivals", "ResponseMapping"]),
    fuzzTarget("FuzzXPath", ["ResponseMapping"]),
    fuzzTarget(
      "FuzzMapping", ["Diagnostics", "MappingCompiler", "MappingSyntax", "ResponseMapping"]),
    fuzzTarget("FuzzPlan", ["JSONText", "MappingPlan", "ResponseMapping"]),
  ]
  // What AddressSanitizer is told of by `-Xswiftc` is Swift's code alone.
  for target in package.targets where ["CStructuralScan", "CXMLText"].contains(target.name) {
    target.cSettings = [.unsafeFlags(["-fsanitize=address"])]
  }
}
