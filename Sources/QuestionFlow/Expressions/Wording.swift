/// A sentence of a script in one or more languages.
public struct Wording: Hashable, Sendable {
  /// The sentence by language code; the script's first language is always among them.
  let texts: [String: String]
  let fallback: String

  /// A sentence in one language.
  public init(_ text: String) {
    texts = [:]
    fallback = text
  }

  init(texts: [String: String], fallback: String) {
    self.texts = texts
    self.fallback = fallback
  }

  /// The sentence in every language that it has, the script's first one before the others.
  var all: [String] { [fallback] + texts.values.sorted() }

  /// The sentence in the language asked for, or in English where there is no translation.
  public func text(in language: String = "en") -> String { texts[language] ?? fallback }
}

/// A sentence with places for earlier answers: `Half a year without “{energizer}”. How is that?`
package struct Template: Sendable {
  /// A stretch of a template.
  enum Piece: Sendable {
    case literal(String)
    case pipe(Reference)
  }

  let translations: [String: [Piece]]
  let pieces: [Piece]
  /// Where the text stands in its file.
  let place: SourcePlace?

  /// The text as the author wrote it, with the names of what it quotes.
  package func text(in language: String = "en") -> String {
    pieces(in: language).map { piece in
      switch piece {
      case .literal(let text): text
      case .pipe(.item(let id, _)): "{\(id)}"
      case .pipe: "…"
      }
    }.joined()
  }

  func pieces(in language: String) -> [Piece] { translations[language] ?? pieces }

  /// Whether any earlier answer is quoted.
  var quotesAnswers: Bool {
    pieces.contains {
      if case .pipe = $0 { true } else { false }
    }
  }

  var references: [Reference] {
    ([pieces] + translations.values).joined().compactMap {
      if case .pipe(let reference) = $0 { reference } else { nil }
    }
  }
}
