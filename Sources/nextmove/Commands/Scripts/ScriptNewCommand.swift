import ArgumentParser
import Foundation
import Phrases
import QuestionFlow
import SafeOutput

/// `nextmove script new`: a commented template to begin with.
struct ScriptNewCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented script to begin with.")

  @Argument(help: "The script's name: letters, digits and underscores.") var name: String
  @Option(
    help: ArgumentHelp(
      "Where to write it; NAME.yaml here without. “-” prints it.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard let first = name.first, first.isLetter, name.count <= 60,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else {
      throw ValidationError("a script's name is a word of letters, digits and underscores")
    }
  }

  func run(in world: World) throws {
    let text = ScriptTemplate.text(named: name)
    let path = output ?? "\(name).yaml"
    guard path != "-" else { return try OutputFile.print(text, in: world) }
    // Nothing of the author's is ever overwritten.
    _ = try OutputFile.write(text, to: path, readers: .everybody, onlyNew: true, in: world)
    let console = world.console
    console.say("\(path) is written. Try it: nextmove script preview \(path)")
  }
}
