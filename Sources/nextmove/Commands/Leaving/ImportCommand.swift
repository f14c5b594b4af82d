import ArgumentParser
import Foundation
import Journal
import Phrases

/// `nextmove import`: what was exported, here.
struct ImportCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in what “export” has written.",
    discussion: "What is here already is not doubled, and nothing here is changed.")

  @Argument(help: "The file, or “-” for standard input.") var file: String

  func run(in world: World) throws {
    let source = try source(in: world)
    defer { if file != "-" { try? source.close() } }
    let added: [SessionID]
    do {
      added = try world.journal().restore { most in
        do {
          return try source.read(upToCount: most) ?? Data()
        } catch {
          throw Failure("“\(file)” cannot be read to its end; nothing was taken in.")
        }
      }
    } catch let fault as ImportFault {
      throw failure(fault)
    }
    world.storeFolds(of: try world.journal().sessions().filter { added.contains($0.id) })
    let console = world.console
    guard !added.isEmpty else { return console.say("All of it is here already.") }
    let names = added.map(\.description).joined(separator: ", ")
    console.say(
      .counted(
        added.count, one: "Taken in: session \(names).", many: "Taken in: sessions \(names)."))
  }

  private func source(in world: World) throws(Failure) -> FileHandle {
    if file == "-" { return TextInput.standard(in: world) }
    let path = world.home.path(file)
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure("“\(file)” cannot be read; check the name and its permissions.")
    }
    return handle
  }

  private func failure(_ fault: ImportFault) -> Failure {
    switch fault {
    case .notAnExport:
      Failure("“\(file)” is not what “nextmove export” writes; nothing was taken in.")
    case .newer:
      Failure("“\(file)” was written by a newer nextmove; update this one, then import it again.")
    case .disordered(let session):
      Failure(
        "“\(file)” was altered: the events of session \(session) are out of order; nothing was taken in."
      )
    }
  }
}
