import EmbeddedFiles
import Yams

/// The templates that ship, and how answers are fitted into them.
struct MessageBook: Decodable, Sendable {
  struct Tone: Decodable, Sendable {
    let greeting, open, close, easy: String
    /// What is asked for, with alternatives: the first whose placeholders all have an answer.
    let ask: [String]
  }

  struct Template: Decodable, Sendable {
    let title: String
    let subject: [String]
    /// Paragraphs of sentences, each with alternatives.
    let paragraphs: [[[String]]]
  }

  /// A place or a means, as it is typed and as it is written.
  struct Way: Decodable, Sendable {
    let typed, written: String
  }

  struct Phrases: Decodable, Sendable {
    var first_person, clauses, verbs, not_doing, greetings, ends, asks, times, knows, third_person,
      abbreviations, oneself,
      held_back, infinitive_endings, met: [String]
    /// What a sentence may begin with that has lost its subject, and the same with it.
    var subjectless: [String: String]
    /// What a salutation begins with before a title, such as “Sehr geehrter” before “Herr”; and before any other.
    var salutes: [String: String]
    var salute: String
    /// What only leads to what somebody says, such as “well, I suppose”.
    var fillers: [String]
    /// Words of times as they are written, by how they may be typed.
    var time_words: [String: String]
    /// What one would do, led to by such words, is told without them: “I'd be running …”.
    var leads_to_doing: [String]
    /// Before one of these a thought ends.
    var second_thoughts: [String]
    /// Before one of these it may end, where what follows is better kept to oneself.
    var may_end_before: [String]
    /// Where one wants to talk, by how it may be typed.
    var ways: [Way]
    /// What somebody is known for, such as “her paper on …”, with its name as the first group.
    var works: [String]
    /// What makes a request of “20 minutes on …”.
    var time_lead: String
    /// Before the verb of what one does these are left out: “what I'd really like is to run …”.
    var leads_to_verb: [String]
    /// In a greeting, and nobody's name.
    var greeted_anybody: [String]
    /// A message that begins so says what one would write, and is not one.
    var plans: [String]
    /// How somebody is spoken to, with its capitals.
    var addresses: [String]
    /// Before what one would like to talk about.
    var subjects: [String]
    /// A question that begins so asks for something.
    var asks_begin: [String]
    /// How those are spoken to whom one knows well, where a language has such words.
    var familiar: [String]
    /// What only leads to the name under a message.
    var signature_leads: [String]
    /// Titles in the case in which one is written to, where a language has one.
    var objects: [String: String]
    /// A question that ends so and has no verb, as a clause.
    var noted_questions: [String: String]
    /// The verbs that questions begin with.
    var asks_verbs: [String]
    /// Longer words that are of no subject.
    var says_little: [String]
    /// Answers that say nothing to anybody.
    var says_nothing: [String]
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
