import ArgumentParser
import Foundation
import SafeOutput

/// `nextmove script show`: a script as it stands in its file.
struct ScriptShowCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a script, those that ship included.")

  @OptionGroup var script: NamedScript

  func run(in world: World) throws {
    try OutputFile.print(try script.texts(in: world).main, in: world)
  }
}
