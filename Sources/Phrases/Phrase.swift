/// A sentence of the program: in English, with what it is about kept apart from how it is said.
///
/// Written as a string, it is one: `"“\(name)” has \(count) entries."`. The sentence with its places numbered,
/// `“{1}” has {2} entries.`, is the key under which a ``PhraseBook`` finds it in another language. What people
/// and scripts have written goes in as it is and is never translated; a phrase inside a phrase is.
package struct Phrase: Sendable {
  enum Content: Sendable {
    case sentence(key: String, [PhraseArgument])
    case joined([Phrase], separator: String)
    case named(key: String, [String: String])
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// Words of people and scripts, which are the same in every language.
  package init(verbatim text: String) { content = .sentence(key: "{1}", [.text(text)]) }

  /// A sentence of a data file, or of a library, by its English words.
  package init(sentence english: String) { content = .sentence(key: english, []) }

  /// A sentence of a data file whose places have names, with what fills them.
  package init(sentence english: String, filling places: [String: String]) {
    content = .named(key: english, places)
  }

  /// Whether nothing is said.
  package var isEmpty: Bool {
    switch content {
    case .sentence(let key, let arguments): key.isEmpty || key == "{1}" && arguments == [.text("")]
    case .joined(let phrases, let separator):
      phrases.allSatisfy(\.isEmpty) && (separator.isEmpty || phrases.count < 2)
    case .named(let key, _): key.isEmpty
    }
  }

  /// One phrase behind another, with nothing between.
  package static func + (left: Phrase, right: Phrase) -> Phrase { [left, right].joined() }

  /// The phrase for one thing, or that for any other number of them.
  package static func counted(_ number: Int, one: Phrase, many: Phrase) -> Phrase {
    number == 1 ? one : many
  }
}

extension Phrase: CustomStringConvertible {
  /// The sentence in English.
  package var description: String { PhraseBook.english.text(self) }
}

extension Phrase: Encodable {
  /// The sentence in English, as a text: what programs read is the same in every language.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Phrase: Hashable {
  /// Whether both say the same in English.
  package static func == (left: Phrase, right: Phrase) -> Bool {
    left.description == right.description
  }

  /// Takes what it says in English.
  package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// A sentence without places.
  package init(stringLiteral value: String) { content = .sentence(key: value, []) }

  /// A sentence with places.
  package init(stringInterpolation: Interpolation) {
    content = .sentence(key: stringInterpolation.key, stringInterpolation.arguments)
  }

  /// A sentence as it is written in Swift, taken apart.
  package struct Interpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [PhraseArgument] = []

    /// A sentence of about that size.
    package init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 3 * interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    /// Words of the sentence itself.
    package mutating func appendLiteral(_ literal: String) { key += literal }

    /// A place that a phrase fills, in its language.
    package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    /// A place for a number, written as the language writes numbers.
    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      append(.number(Int(clamping: number)))
    }

    /// A place for a number with decimals, written as the language writes numbers.
    package mutating func appendInterpolation(_ number: Double) { append(.decimal(number)) }

    /// A place for words of people and scripts.
    package mutating func appendInterpolation(_ text: some StringProtocol) {
      append(.text(String(text)))
    }

    /// A place for something that knows how it is written, such as a day.
    package mutating func appendInterpolation(_ value: some PhraseArgumentConvertible) {
      append(value.phraseArgument)
    }

    /// A place for a name that is the same in every language.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    /// A place for a day in a sentence, written out where the language does not write it in figures.
    package mutating func appendInterpolation(written value: some PhraseArgumentConvertible) {
      guard case .day(let year, let month, let day) = value.phraseArgument else {
        return append(value.phraseArgument)
      }
      append(.writtenDay(year: year, month: month, day: day))
    }

    private mutating func append(_ argument: PhraseArgument) {
      arguments.append(argument)
      key += "{\(arguments.count)}"
    }
  }
}

extension [Phrase] {
  /// The phrases one behind the other, with the same between any two.
  package func joined(separator: String = "") -> Phrase {
    count == 1 ? self[0] : Phrase(.joined(self, separator: separator))
  }

  /// “a”, “a and b”, “a, b and c”.
  package var listed: Phrase {
    guard let last, count > 1 else { return first ?? "" }
    return "\(Array(dropLast()).joined(separator: ", ")) and \(last)"
  }

  /// “a”, “a and b”, “a and b and c”.
  package var chained: Phrase { dropFirst().reduce(first ?? "") { "\($0) and \($1)" } }

  /// “a”, “a or b”, “a, b or c”.
  package var offered: Phrase {
    guard let last, count > 1 else { return first ?? "" }
    return "\(Array(dropLast()).joined(separator: ", ")) or \(last)"
  }
}
