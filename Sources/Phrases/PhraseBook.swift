import EmbeddedFiles
import Synchronization

/// The sentences of one language, by the English ones; a sentence that it does not have is said in English.
package struct PhraseBook: Sendable {
  /// The language's code, such as `de`.
  package let language: String
  private let sentences: [String: String]
  private let style: PhraseStyle

  /// English, in which every sentence is written.
  package static let english = PhraseBook(language: "en", sentences: [:], style: .english)

  private init(language: String, sentences: [String: String], style: PhraseStyle) {
    self.language = language
    self.sentences = sentences
    self.style = style
  }

  /// The sentences of files, those of a later file before those of an earlier one.
  package init(language: String, _ files: [PhraseFile]) {
    var sentences: [String: String] = [:]
    var style = PhraseStyle.english
    for file in files {
      for entry in file.sections.flatMap(\.entries) where !entry.translation.isEmpty {
        sentences[entry.english] = entry.translation
      }
      style = style.overridden(by: file.style)
    }
    self.init(language: language, sentences: sentences, style: style)
  }

  /// A language that ships with the program, read once; English where it does not.
  package static func shipped(_ language: String) -> PhraseBook {
    guard language != english.language else { return .english }
    return read.withLock { read in
      if let book = read[language] { return book }
      // The data is compiled in and a test reads it, so that a fault in it is never met.
      let book = PhraseFile.shipped(language).map { PhraseBook(language: language, [$0]) }
      read[language] = book ?? .english
      return book ?? .english
    }
  }

  /// What is compiled in never changes, so that it is kept as it was read.
  private static let read = Mutex<[String: PhraseBook]>([:])

  /// A phrase in this language.
  package func text(_ phrase: Phrase) -> String {
    switch phrase.content {
    case .sentence(let key, let arguments):
      arguments.isEmpty
        ? sentence(key)
        : filled(sentence(key)) { name in
          let place = Int(name).map { $0 - 1 } ?? -1
          return arguments.indices.contains(place) ? text(of: arguments[place]) : nil
        }
    case .named(let key, let places): filled(sentence(key)) { places[$0] }
    case .joined(let phrases, let separator):
      phrases.map(text).joined(separator: separator)
    }
  }

  /// A sentence of a data file in this language, with its named places as they are.
  package func sentence(_ english: String) -> String { sentences[english] ?? english }

  /// An amount in this language: whole, or with two decimals below a hundred; thousands are parted.
  package func number(_ value: Double) -> String { style.amount(value) }

  /// Digits written with a point before the decimals, as this language writes them.
  package func figures(_ plain: String) -> String { style.figures(plain) }

  /// In one pass, so that what is filled in is not looked at.
  ///
  /// - Parameter text: what fills a place, by its name; `nil` where it is none, and stays as it is.
  private func filled(_ sentence: String, by text: (String) -> String?) -> String {
    var filled = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      filled += text(String(rest[rest.index(after: open)..<close])) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func text(of argument: PhraseArgument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): style.text(number)
    case .decimal(let number): style.text(number)
    case .day(let year, let month, let day): style.text(year: year, month: month, day: day)
    case .writtenDay(let year, let month, let day):
      style.written(year: year, month: month, day: day)
    case .phrase(let phrase): text(phrase)
    }
  }
}
