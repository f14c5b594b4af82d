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
