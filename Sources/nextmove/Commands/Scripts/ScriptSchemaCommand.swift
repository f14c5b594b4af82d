import ArgumentParser
import QuestionFlow

/// `nextmove script schema`: the JSON Schema that editors use.
struct ScriptSchemaCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scripts, for your editor.")

  func run(in world: World) throws { try OutputFile.print(ScriptSchema.text, in: world) }
}
