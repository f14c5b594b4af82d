import ArgumentParser
import Foundation
import Phrases

/// `nextmove words`: every sentence of the program, for somebody who writes a language.
struct WordsCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Print every sentence, to translate the program.",
    discussion: """
      What has no translation yet stands there with an empty one, and is said in English until then. The \
      file belongs into the folder “words” of your own settings (~/.config/nextmove/words/fr.yaml); what \
      stands in it goes before what ships.
      """)

  @Argument(help: "The language's code, such as fr; that of the locale without.")
  var language: String?

  func run(in world: World) throws {
    let code = (language ?? world.home.language).lowercased()
    guard (2...3).contains(code.count), code.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      throw Failure(
        "“\(code)” is no code of a language; they have two or three letters, such as fr.",
        status: .usage)
    }
    guard code != PhraseBook.english.language else {
      throw Failure(
        "The sentences are written in English; name the language to translate them into, such as fr.",
        status: .usage)
    }
    let listing: PhraseListing
    do throws(PhraseFault) {
      listing = PhraseListing(language: code, own: try world.home.ownWords(in: code))
    } catch {
      throw Failure(error.phrase)
    }
    try OutputFile.print(listing.yaml, in: world)
    if listing.missing > 0 {
      try world.console.complain(
        "\(listing.missing) of \(listing.count) sentences have no translation yet.")
    }
  }
}
