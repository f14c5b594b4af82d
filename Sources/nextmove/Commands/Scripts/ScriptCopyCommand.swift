import ArgumentParser
import Foundation
import Phrases
import SafeOutput

/// `nextmove script copy`: a script to be changed, in a folder of one's own.
struct ScriptCopyCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract:
      "Copy a script to change it: into your own folder, where it stands before the one that ships."
  )

  @OptionGroup var script: NamedScript
  @Option(help: ArgumentHelp("Copy it into this folder instead.", valueName: "dir"))
  var into: String?

  func run(in world: World) throws {
    let (main, included) = try script.texts(in: world)
    guard
      let folder = into.map({ URL(fileURLWithPath: world.home.path($0)) })
        ?? world.home.promptsFolder
    else {
      throw Failure("There is no HOME to copy it into; name a folder with --into.")
    }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("The folder \(folder.path) cannot be made; name another with --into.")
    }
    let path = folder.appendingPathComponent("\(script.name).yaml").path
    // Nothing of the author's is ever overwritten.
    _ = try OutputFile.write(main, to: path, readers: .everybody, onlyNew: true, in: world)
    for (name, text) in included {
      let beside = folder.appendingPathComponent(name)
      guard !FileManager.default.fileExists(atPath: beside.path) else { continue }
      _ = try OutputFile.write(
        text, to: beside.path, readers: .everybody, onlyNew: true, in: world)
    }
    world.console.say("\(path) is written. Change it, then: nextmove script check \(path)")
    if into == nil {
      world.console.say(
        "This is your own folder for scripts, in the config directory; NEXTMOVE_HOME names where answers are kept, and --into another folder for the copy.",
        .faint)
    }
  }
}
