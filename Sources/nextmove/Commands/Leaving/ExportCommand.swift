import ArgumentParser
import Foundation
import Journal
import Phrases
import SafeOutput

/// `nextmove export`: everything, in one readable file.
struct ExportCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything, all sessions, into one JSON file.")

  @Option(
    help: ArgumentHelp("Write to this file instead of printing; “-” prints.", valueName: "file"))
  var output: String?

  func run(in world: World) throws {
    let journal = try world.journal()
    if let output = OutputFile.named(output) {
      let isFile = try OutputFile.write(to: output, in: world) { file in
        try journal.export { try file.write($0) }
      }
      if isFile { world.console.say("Written to \(output), readable by you alone.") }
    } else {
      try journal.export {
        try OutputFile.print(json: String(decoding: $0, as: UTF8.self), in: world)
      }
    }
    let faults = try journal.faults()
    guard !faults.isEmpty else { return }
    throw Failure(
      "What was written is all that is there, but not all of it is as it was saved: \(faults[0]) “nextmove doctor” says more."
    )
  }
}
