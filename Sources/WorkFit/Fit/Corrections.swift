internal import Foundation

/// What a person has taught the reader about their own words.
public struct Corrections: Hashable, Sendable, Codable {
  /// One thing that was said against a reading.
  public enum Correction: Hashable, Sendable, Codable {
    /// These words of mine are not about that facet.
    case notAbout(text: String, facet: FacetID)
    /// By this phrase I mean that.
    case means(phrase: String, meaning: String)
  }

  /// In the order in which they were given.
  public private(set) var all: [Correction] = []

  /// No corrections.
  public init() {}

  /// Adds a correction; one that says the same of the same words takes the place of the one before.
  public mutating func add(_ correction: Correction) {
    if case .means(let phrase, _) = correction {
      all.removeAll {
        if case .means(let known, _) = $0 { Self.key(known) == Self.key(phrase) } else { false }
      }
    }
    if !all.contains(correction) { all.append(correction) }
  }

  /// Takes a correction back.
  public mutating func revoke(_ correction: Correction) { all.removeAll { $0 == correction } }

  /// A number for these corrections that another set of them hardly shares, the same in every run; 0 for
  /// none.
  var fingerprint: Int {
    let texts = all.map {
      switch $0 {
      case .notAbout(let text, let facet): "\(text)\u{0}\(facet.rawValue)"
      case .means(let phrase, let meaning): "\(phrase)\u{1}\(meaning)"
      }
    }
    return Int(texts.reduce(0 as UInt32) { $0 &+ WordHash.hash($1.utf8) })
  }

  /// A profile as the person has said that it is meant.
  public func applied(to profile: Profile) -> Profile {
    Profile(statements: profile.statements.map(applied))
  }

  private func applied(to statement: Statement) -> Statement {
    var statement = statement
    for correction in all {
      switch correction {
      case .notAbout(let text, let facet) where Self.key(text) == Self.key(statement.text):
        statement.notAbout.insert(facet)
      case .means(let phrase, let meaning):
        let read = statement.meaning ?? statement.text
        guard
          let range = read.range(of: phrase, options: [.caseInsensitive, .diacriticInsensitive])
        else { continue }
        statement.meaning = read.replacingCharacters(in: range, with: meaning)
      case .notAbout: continue
      }
    }
    return statement
  }

  private static func key(_ text: String) -> String {
    let source = SourceText(text)
    return Tokenizer.tokens(of: source, in: 0..<source.bytes.count).map(\.word).joined(
      separator: " ")
  }
}
