// swift-tools-version: 6.2
import PackageDescription

// What somebody writes who embeds the library: built and run by .ci/run.
let package = Package(
  name: "Embedding",
  dependencies: [.package(name: "respmap", path: "../..")],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: [.product(name: "ResponseMapping", package: "respmap")])
  ]
)
