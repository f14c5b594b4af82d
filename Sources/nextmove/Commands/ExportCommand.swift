internal import ArgumentParser
internal import Foundation
internal import Journal

/// `nextmove export`: everything, in one readable file.
struct ExportCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything, all sessions, into one JSON file.")

  @Option(help: ArgumentHelp("Write to this file instead of printing.", valueName: "file"))
  var output: String?

  func run(in world: World) throws {
    let journal = try world.journal()
    if let output {
      try write(journal, to: output)
      world.console.say("Written to \(output), readable by you alone.")
    } else if isatty(1) == 1 {
      var text = ""
      try journal.export { text += String(decoding: $0, as: UTF8.self) }
      OutputFile.print(text)
    } else {
      try journal.export { try FileHandle.standardOutput.write(contentsOf: $0) }
    }
    let faults = try journal.faults()
    guard !faults.isEmpty else { return }
    throw Failure(
      "What was written is all that is there, but not all of it is as it was saved: \(faults[0]) “nextmove doctor” says more."
    )
  }

  private func write(_ journal: Journal, to path: String) throws {
    var text = ""
    try journal.export { text += String(decoding: $0, as: UTF8.self) }
    try OutputFile.write(text, to: path)
  }
}
