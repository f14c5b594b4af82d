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

/// JSON in the one form that this program prints.
enum JSONOutput {
  static func text(_ value: some Encodable, onOneLine: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !onOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func print(_ value: some Encodable, onOneLine: Bool = false) throws {
    let text = try text(value, onOneLine: onOneLine) + "\n"
    FileHandle.standardOutput.write(Data(text.utf8))
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

  /// The session of that number, or the one used last.
  func session(_ number: String?) throws -> Session? {
    let sessions = try journal.sessions()
    guard let number else { return sessions.first }
    guard let id = Int64(number), let session = sessions.first(where: { $0.id == SessionID(id) })
    else {
      throw Failure(
        sessions.isEmpty
          ? "There is no session yet; “nextmove” starts one."
          : "There is no session “\(number)”; “nextmove sessions” lists them.", status: .usage)
    }
    return session
  }
}
