internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import WorkFit

/// Options that several commands take.
struct PromptsOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Take the prompt scripts from this folder.", valueName: "dir"))
  var prompts: String?
}

/// How much is said around what was asked for.
struct QuietOption: ParsableArguments {
  @Flag(name: [.long, .customShort("q")], help: "Say only what is needed.") var quiet = false
}

/// JSON in the one form that this program prints.
enum JSONOutput {
  static func text(_ value: some Encodable, onOneLine: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !onOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func print(_ value: some Encodable, onOneLine: Bool = false) throws {
    try OutputFile.print(json: try text(value, onOneLine: onOneLine) + "\n")
  }
}

extension Lexicon {
  /// The lexicon that ships; a fault in it is a fault of the program, worded as one.
  static func shipped() throws(Failure) -> Lexicon {
    do {
      return try Lexicon()
    } catch {
      throw Failure("The data inside nextmove is damaged (\(error)); install it again.")
    }
  }
}

/// The sessions of a journal as commands choose among them.
struct SessionChoice {
  let journal: Journal

  /// The session of that number or name, or the one used last.
  func session(_ wanted: String?) throws -> Session? {
    let sessions = try journal.sessions()
    guard let wanted else { return sessions.first }
    if let id = Int64(wanted), let session = sessions.first(where: { $0.id == SessionID(id) }) {
      return session
    }
    if let session = sessions.first(where: { $0.name == wanted }) { return session }
    throw Failure(
      sessions.isEmpty
        ? "There is no session yet; “nextmove” starts one."
        : "There is no session “\(wanted)”; “nextmove sessions” lists them.", status: .usage)
  }

  /// What a shell completes a session by: its number and its name. Nothing is made or changed for it.
  static func completions() -> [String] {
    guard let folder = try? Home().dataFolder(),
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(Home.databaseName).path),
      let sessions = try? Home().journal().sessions()
    else { return [] }
    return sessions.map { String($0.id.rawValue) } + sessions.compactMap(\.name)
  }
}
