import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// `nextmove script preview`: walk through a script as somebody answering it would; nothing is kept.
struct ScriptPreviewCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Walk through a script; nothing is kept.")

  @Argument(help: "A script, or a folder of scripts.") var path: String
  @Option(
    help: ArgumentHelp(
      "Ask in this language, such as de, whatever the locale is.", valueName: "code"))
  var language: String?

  func run(in world: World) throws {
    let files = try ScriptFiles.named(path, in: world)
    let library = try ScriptLibrary(
      files: files,
      beside: try files.first.map { try ScriptFiles.layers(beside: $0, in: world) } ?? [],
      withNeeded: true)
    let language = try language.map { try Self.known($0, in: library) }
    let folder = world.home.passingFolder.appendingPathComponent(
      "nextmove-preview-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let journal = try Journal(
      at: folder.appendingPathComponent("preview.sqlite"), in: world.journalSurroundings)
    let session = try journal.startSession(at: world.now)
    try Conversation(
      in: world.around(journal, language: language), session: session, library: library,
      language: language
    ).run(.preview)
  }

  /// The language as the scripts name it; where none has it, says so.
  static func known(_ language: String, in library: ScriptLibrary) throws(Failure) -> String {
    let scripts = library.volumes.map(\.script)
    if let found = scripts.lazy.compactMap({ $0.language(for: language) }).first { return found }
    let known = Set(scripts.flatMap(\.languages)).sorted()
    throw Failure(
      "There is no text in “\(language)”; the languages here are \(known.joined(separator: ", ")).",
      status: .usage)
  }
}
