// swift-tools-version: 6.2
import PackageDescription

// What somebody writes who embeds the library: built and run by Tests/Documentation/run.
let package = Package(
  name: "Embedding",
  dependencies: [.package(name: "respmap", path: "../..")],
  targets: ["Embedding", "Slots", "Query"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "ResponseMapping", package: "respmap")])
  }
)
