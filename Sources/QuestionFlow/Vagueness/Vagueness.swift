import EmbeddedFiles
import Yams

/// The measure of a thin or all-purpose answer: what anybody could have said.
///
/// A text is vague where an all-purpose phrase stands in it and too few words of its own stand
/// beside the phrase. Phrases and reasons are data (`Data/vague.yaml`). Where a ``ThinnessJudge`` has judged
/// the text, that decides, but for phrases that are beyond doubt.
package struct Vagueness: Sendable {
  struct Phrase: Sendable {
    let words: [String]
    let reason: String
    /// The phrase is outweighed by more than this many words of the person's own.
    let ownWords: Int
    /// Whether the text is vague whatever else is said of it.
    let isBeyondDoubt: Bool
  }

  private let phrases: [Phrase]
  private let emptyWords: Set<String>
  /// What tells enough by itself, whatever is judged of it.
  private let named: Set<[String]>
  private let emptyReason: String
  private let judgedReason: String

  /// Why the text is vague, in a sentence for the respondent; `nil` where it is not.
  ///
  /// - Parameter judged: what was judged of the text besides; it decides where no phrase does beyond doubt.
  package func reason(for text: String, judged: Bool? = nil) -> String? {
    guard let judged else { return phraseReason(for: text)?.reason }
    let phrase = phraseReason(for: text)
    if let phrase, phrase.isBeyondDoubt || judged { return phrase.reason }
    return judged && !isNamed(text) ? judgedReason : nil
  }

  /// Whether a text is nothing but the name of what work can be for.
  private func isNamed(_ text: String) -> Bool {
    let content = Words.tokens(of: text).filter { !emptyWords.contains($0) }
    return named.contains(content)
  }

  private func phraseReason(for text: String) -> (reason: String, isBeyondDoubt: Bool)? {
    let tokens = Words.tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    let content = tokens.filter { !emptyWords.contains($0) }
    // Texts without Latin letters are beyond these English phrases and are taken as they are.
    if content.isEmpty { return (emptyReason, true) }
    for phrase in phrases {
      guard let place = Self.find(phrase.words, in: tokens) else { continue }
      let outside = tokens[..<place] + tokens[(place + phrase.words.count)...]
      if outside.filter({ !emptyWords.contains($0) }).count <= phrase.ownWords {
        return (phrase.reason, phrase.isBeyondDoubt)
      }
    }
    return nil
  }

  private static func find(_ words: [String], in tokens: [String]) -> Int? {
    guard words.count <= tokens.count else { return nil }
    return (0...(tokens.count - words.count)).first { start in
      words.indices.allSatisfy { tokens[start + $0] == words[$0] }
    }
  }

  /// The measure that ships with the module.
  package static let standard: Vagueness = {
    // The data is compiled in and a test reads it, so an empty measure is never what runs.
    (try? Vagueness(yaml: EmbeddedFile.vague.text)) ?? Vagueness()
  }()

  private init() {
    phrases = []
    emptyWords = []
    named = []
    emptyReason = ""
    judgedReason = ""
  }

  init(yaml: String) throws {
    let data = try YAMLDecoder().decode(VagueData.self, from: yaml)
    emptyReason = data.empty_reason
    judgedReason = data.judged_reason
    emptyWords = Set(data.empty_words)
    named = Set(data.named.map { Words.tokens(of: $0) })
    phrases = data.phrases.flatMap { group in
      group.any.map {
        Phrase(
          words: Words.tokens(of: $0), reason: group.reason,
          ownWords: group.own_words ?? data.own_words,
          isBeyondDoubt: group.beyond_doubt ?? false)
      }
    }
  }
}

/// The shape of `vague.yaml`.
private struct VagueData: Decodable {
  struct Group: Decodable {
    let reason: String
    let own_words: Int?
    let beyond_doubt: Bool?
    let any: [String]
  }

  let own_words: Int
  let empty_reason: String
  let judged_reason: String
  let empty_words, named: [String]
  let phrases: [Group]
}
