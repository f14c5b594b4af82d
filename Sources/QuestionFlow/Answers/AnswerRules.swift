import Phrases

/// The rules of one kind of answer: how it is typed, kept, spoken, completed, reasoned about and made up.
protocol AnswerRules: Hashable, Sendable {
  /// The kind as scripts name it, without its bounds.
  static var name: String { get }
  /// What stands after `answer:`, as a regular expression of JSON Schema, and how it is told to authors.
  static var spelling: AnswerSpelling { get }
  /// Whether an answer may have several lines.
  var takesSeveralLines: Bool { get }
  /// The expected form in a few words.
  var form: Phrase { get }
  /// The same, in view of what is offered.
  func form(among offered: [AnswerKind.Option]) -> Phrase
  /// The type that a reference to an item of this kind has.
  var type: ExpressionType { get }

  /// Reads what was typed.
  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  /// Whether an answer that comes from outside is one of this kind, and within its bounds.
  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool
  /// The answer in words; `nil` for an answer of another kind.
  func spoken(_ answer: Answer, in words: AnswerWords) -> String?
  /// The answer as conditions see it; unknown for an answer of another kind.
  func value(of answer: Answer, in words: AnswerWords) -> Value
  /// What was understood, where it was not typed as it is kept.
  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase?
  /// What completion offers.
  func completions(in surroundings: AnswerKind.Surroundings) -> [String]
  /// Answers of which one gives every condition the value that any other answer gives it; `nil` where
  /// finitely many cannot.
  func representatives(_ mentions: Mentions) -> [Answer]?
  /// An answer at random, which a check may still refuse.
  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer
}

/// How a kind is written after `answer:`.
struct AnswerSpelling {
  /// A regular expression that fits the whole of it.
  let pattern: String
  /// For lists of all kinds, such as `scale 1..5`.
  let example: String
  /// For an editor that explains what it completes.
  let help: String
}

/// What is needed to say an answer: a language, and the words of elements.
struct AnswerWords {
  let language: String
  /// The present words of an element as they are read by the respondent.
  let text: (ElementID) -> String?
  /// What conditions compare with: an option's id, an element's words.
  let plain: (ElementID) -> String?
}

extension AnswerRules {
  var takesSeveralLines: Bool { false }

  func form(among offered: [AnswerKind.Option]) -> Phrase { form }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    let spoken = spoken(answer, in: words)
    return typed == spoken ? nil : spoken.map(Phrase.init(verbatim:))
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] { [] }
}
