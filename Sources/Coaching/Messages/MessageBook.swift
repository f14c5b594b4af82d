import EmbeddedFiles
import Yams

/// The templates that ship, and how answers are fitted into them.
struct MessageBook: Decodable, Sendable {
  struct Tone: Decodable, Sendable {
    let greeting, open, close, ask, easy: String
  }

  struct Template: Decodable, Sendable {
    let title: String
    let subject: [String]
    /// Paragraphs of sentences, each with alternatives.
    let paragraphs: [[[String]]]
  }

  struct Phrases: Decodable, Sendable {
    var first_person, clauses, verbs, not_doing, greetings, ends, asks, times, knows, third_person,
      abbreviations, oneself,
      held_back, infinitive_endings, met: [String]
    var doing_ending, met_at, and: String
    var keeps_capitals: Bool
    var most_words, fewest_words: Int
  }

  var tones: [String: Tone] = [:]
  var brief_words = 80
  var time = ""
  var steps: [String: String] = [:]
  var messages: [String: Template] = [:]
  var phrases: Phrases?

  private init() {}

  // The data is compiled in and a test reads it, so an empty book is never what is used.
  static let shipped = read(.messages) ?? MessageBook()

  /// The templates of a language; the English ones where it has none.
  static func book(in language: String) -> MessageBook {
    language == "en" ? shipped : EmbeddedFile.translatedMessages[language].flatMap(read) ?? shipped
  }

  private static func read(_ file: EmbeddedFile) -> MessageBook? {
    try? YAMLDecoder().decode(MessageBook.self, from: file.text)
  }
}
