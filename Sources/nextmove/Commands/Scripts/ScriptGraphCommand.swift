import ArgumentParser
import Coaching
import Foundation
import QuestionFlow
import SafeOutput

/// `nextmove script graph`: a script as a picture in text.
struct ScriptGraphCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Print a script as a graph: its order, and what depends on what.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case mermaid
    case dot
  }

  @Argument(help: "A script, or a folder of scripts.") var path: String
  @Option(help: "mermaid, or dot for Graphviz.") var format = Format.mermaid

  func run(in world: World) throws {
    for volume in try ScriptFiles.volumes(at: path, in: world) {
      let graph = ScriptGraph(volume.script)
      try OutputFile.print(
        Sanitizer.text(format == .mermaid ? graph.mermaid : graph.dot), in: world)
    }
  }
}
