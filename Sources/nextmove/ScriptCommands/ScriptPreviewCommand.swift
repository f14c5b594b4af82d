internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal

/// `nextmove script preview`: walk through a script as somebody answering it would; nothing is kept.
struct ScriptPreviewCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Walk through a script; nothing is kept.")

  @Argument(help: "A script, or a folder of scripts.") var path: String

  func run(in world: World) throws {
    let files = try ScriptFiles.named(path)
    let library = try ScriptLibrary(files: files)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nextmove-preview-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let journal = try Journal(at: folder.appendingPathComponent("preview.sqlite"))
    let session = try journal.startSession(at: world.now)
    try Conversation(in: world.around(journal), session: session, library: library).run(.preview)
  }
}
