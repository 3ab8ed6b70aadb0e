import Foundation
import PackagePlugin

/// Embeds the engine's `Data/` folder, and the package's `templates/` for the report target, as Swift strings.
@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder =
      target.name == "RefractReport"
      ? context.package.directoryURL.appending(path: "templates")
      : target.directoryURL.appending(path: "Data")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent) in \(target.name)",
        executable: try context.tool(named: "EmbedTool").url,
        arguments: [output.path, folder.path],
        inputFiles: files(in: folder),
        outputFiles: [output])
    ]
  }

  private func files(in folder: URL) -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }
}
