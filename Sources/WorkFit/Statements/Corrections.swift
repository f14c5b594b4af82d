import Foundation

/// What a person has said against how they or a posting were read.
package struct Corrections: Hashable, Sendable, Codable {
  /// One thing that was said against a reading.
  package enum Correction: Hashable, Sendable, Codable {
    /// These words of mine are misread; they stand aside until they have a meaning.
    case misread(text: String)
    /// This line does not say that of these words.
    case lineSaysOtherwise(text: String, line: String)
    /// By this phrase I mean that.
    case means(phrase: String, meaning: String)
    /// These words are not about that facet: said to earlier versions, which read by facets.
    case notAbout(text: String, facet: FacetID)
  }

  /// In the order in which they were given.
  package private(set) var all: [Correction] = []

  /// No corrections.
  package init() {}

  /// Those that said something of how earlier versions read, and have nothing left to correct.
  package var retired: [Correction] {
    all.filter { if case .notAbout = $0 { true } else { false } }
  }

  /// Those that count.
  package var counting: [Correction] {
    all.filter { if case .notAbout = $0 { false } else { true } }
  }

  /// Adds a correction; one that says the same of the same words takes the place of the one before.
  package mutating func add(_ correction: Correction) {
    if case .means(let phrase, _) = correction {
      all.removeAll {
        if case .means(let known, _) = $0 { Self.key(known) == Self.key(phrase) } else { false }
      }
    }
    if !all.contains(correction) { all.append(correction) }
  }

  /// Takes a correction back.
  package mutating func revoke(_ correction: Correction) { all.removeAll { $0 == correction } }

  /// A number for these corrections that another set of them hardly shares, the same in every run; 0 for
  /// none.
  var fingerprint: Int {
    let texts = counting.map {
      switch $0 {
      case .misread(let text): "\(text)\u{2}"
      case .lineSaysOtherwise(let text, let line): "\(text)\u{3}\(line)"
      case .means(let phrase, let meaning): "\(phrase)\u{1}\(meaning)"
      case .notAbout(let text, let facet): "\(text)\u{0}\(facet.rawValue)"
      }
    }
    return Int(texts.reduce(0 as UInt32) { $0 &+ UInt32(truncatingIfNeeded: WordKey($1).value) })
  }

  /// A profile as the person has said that it is meant.
  package func applied(to profile: Profile) -> Profile {
    Profile(statements: profile.statements.map(applied))
  }

  private func applied(to statement: Statement) -> Statement {
    var statement = statement
    let own = Self.key(statement.text)
    for correction in all {
      switch correction {
      case .misread(let text): statement.isMisread = statement.isMisread || Self.key(text) == own
      case .lineSaysOtherwise(let text, let line):
        if Self.key(text) == own { statement.mutedLines.insert(Self.key(line)) }
      case .means(let phrase, let meaning):
        let read = statement.meaning ?? statement.text
        guard
          let range = read.range(of: phrase, options: [.caseInsensitive, .diacriticInsensitive])
        else { continue }
        statement.meaning = read.replacingCharacters(in: range, with: meaning)
      case .notAbout: continue
      }
    }
    // Words that have been given a meaning are read by it.
    if statement.meaning != nil { statement.isMisread = false }
    return statement
  }

  /// What two texts have in common that say the same in the same words: case, accents, punctuation and
  /// white space count for nothing.
  package static func key(_ text: String) -> String {
    let source = SourceText(text)
    return Tokenizer.tokens(of: source, in: 0..<source.bytes.count).map(\.word).joined(
      separator: " ")
  }
}
