import Foundation

/// Phrases of one word or several, each with what it stands for; the longest that fits is the one.
struct Phrases<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let words: [String]
    let meaning: Meaning
  }

  private var byFirst: [String: [Phrase]] = [:]

  /// - Parameter phrases: phrases as they are written; `#` in one stands for any figures.
  init(_ phrases: [(String, Meaning)]) {
    for (text, meaning) in phrases {
      for spelling in Self.spellings(of: text) {
        let words = SpokenToken.tokens(of: spelling).map(\.text)
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(Phrase(words: words, meaning: meaning))
      }
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The phrase that begins at a place, and of how many tokens it is.
  func match(_ tokens: ArraySlice<SpokenToken>) -> (meaning: Meaning, count: Int)? {
    guard let first = tokens.first else { return nil }
    var firsts = [first.text]
    if case .figures = first { firsts.append("#") }
    return firsts.flatMap { byFirst[$0] ?? [] }.first { phrase in
      phrase.words.count <= tokens.count
        && zip(phrase.words, tokens).allSatisfy { word, token in
          if case .figures = token, word == "#" { true } else { word == token.text }
        }
    }.map { ($0.meaning, $0.words.count) }
  }

  /// What the whole of some tokens stands for; `nil` where no phrase is all of them.
  func whole(_ tokens: [SpokenToken]) -> Meaning? {
    guard let match = match(tokens[...]), match.count == tokens.count else { return nil }
    return match.meaning
  }

  /// A word as it is written, and as it is where no key has an umlaut.
  static func spellings(of text: String) -> [String] {
    let plain = ["ä": "ae", "ö": "oe", "ü": "ue"].reduce(text) {
      $0.replacingOccurrences(of: $1.key, with: $1.value)
    }
    return plain == text ? [text] : [text, plain]
  }
}

extension Phrases where Meaning == Void {
  init(_ phrases: [String]) { self.init(phrases.map { ($0, ()) }) }

  /// Tokens without these phrases, wherever they stand.
  func taken(from tokens: [SpokenToken]) -> [SpokenToken] {
    var rest: [SpokenToken] = []
    var index = 0
    while index < tokens.count {
      if let match = match(tokens[index...]) {
        index += match.count
      } else {
        rest.append(tokens[index])
        index += 1
      }
    }
    return rest
  }

  /// Whether one of the phrases stands somewhere among the tokens.
  func stand(in tokens: [SpokenToken]) -> Bool {
    tokens.indices.contains { match(tokens[$0...]) != nil }
  }
}
