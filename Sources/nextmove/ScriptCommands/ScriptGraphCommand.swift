internal import ArgumentParser
internal import Foundation
internal import QuestionFlow

/// `nextmove script graph`: a script as a picture in text.
struct ScriptGraphCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Print a script as a graph: its order, and what depends on what.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid
    case dot
  }

  @Argument(help: "The script.") var path: String
  @Option(help: "mermaid, or dot for Graphviz.") var format = Format.mermaid

  func run(in world: World) throws {
    let graph = ScriptGraph(try ScriptFiles.script(at: path, in: world))
    let text = format == .mermaid ? graph.mermaid : graph.dot
    try OutputFile.print(text)
  }
}

/// `nextmove script schema`: the JSON Schema that editors use.
struct ScriptSchemaCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scripts, for your editor.")

  func run(in world: World) throws { try OutputFile.print(ScriptSchema.text) }
}

/// `nextmove script diff`: what a change of a script would do to answers given before it.
struct ScriptDiffCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what a change of a script does to answers given before.")

  @Argument(help: "The script as it was.") var before: String
  @Argument(help: "The script as it is.") var after: String
  @Flag(help: "Print JSON.") var json = false

  func run(in world: World) throws {
    let old = Interview(script: try ScriptFiles.script(at: before, in: world))
    let report = old.migrated(to: try ScriptFiles.script(at: after, in: world)).report
    if json { return try JSONOutput.print(report) }
    let console = world.console
    for line in report.lines {
      console.row(line.fate.rawValue, "\(line.item): \(line.question)", column: 10)
    }
  }
}
