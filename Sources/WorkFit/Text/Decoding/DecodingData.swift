import EmbeddedFiles
import Yams

/// What the decoding knows of words and character sets, from `decoding.yaml`.
struct DecodingData: Sendable {
  /// Words that an apostrophe and a t make into their opposite, without an n: `do`, `wo`.
  let negatable: Set<String>
  /// What stands beside the number of a page.
  let pageWords: Set<String>
  /// Words that are words without their apostrophe too, by what stands before or behind them then.
  let wordsOfTheirOwn: [String: Neighbours]
  /// What follows an apostrophe at the end of a word: `t`, `re`.
  let endings: Set<String>
  /// Words that keep their hyphen at the end of a line.
  let hyphenated: Set<String>
  /// Words that link others by hyphens.
  let linking: Set<String>
  /// Words that a hyphen before them says something is left out.
  let suspending: Set<String>
  /// Words that do end in “fi”.
  let endingInFi: Set<String>
  /// Latin letters by letters of other scripts that look like them.
  let lookalikes: [Unicode.Scalar: Unicode.Scalar]
  /// By the character that an apostrophe became, the letters behind it by what they became.
  let swallowed: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]]
  /// In the file's order.
  let charsets: [(names: [String], charset: Charset)]

  /// The data as shipped; a test reads it, so that it is never empty.
  static let shipped = DecodingData(EmbeddedFile.decoding.text)

  /// The words around one that is a word of its own.
  struct Neighbours: Decodable, Sendable {
    let before: Set<String>
    let behind: Set<String>
  }

  private struct File: Decodable {
    struct Set: Decodable {
      let names: [String]
      let upper: String
    }

    var negatable: [String] = []
    var page_words: [String] = []
    var words_of_their_own: [String: Neighbours] = [:]
    var endings: [String] = []
    var hyphenated: [String] = []
    var linking: [String] = []
    var suspending: [String] = []
    var ending_in_fi: [String] = []
    var lookalikes: [String: String] = [:]
    var swallowed: [String: [String: String]] = [:]
    var charsets: [Set] = []
  }

  private init(_ yaml: String) {
    let file = (try? YAMLDecoder().decode(File.self, from: yaml)) ?? File()
    negatable = Set(file.negatable)
    pageWords = Set(file.page_words)
    wordsOfTheirOwn = file.words_of_their_own
    endings = Set(file.endings)
    hyphenated = Set(file.hyphenated)
    linking = Set(file.linking)
    suspending = Set(file.suspending)
    endingInFi = Set(file.ending_in_fi)
    var lookalikes: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (other, latin) in file.lookalikes {
      guard let other = other.unicodeScalars.first else { continue }
      lookalikes[other] = latin.unicodeScalars.first
    }
    self.lookalikes = lookalikes
    func byScalar<T>(_ pairs: [String: T]) -> [Unicode.Scalar: T] {
      Dictionary(
        pairs.compactMap { key, value in key.unicodeScalars.first.map { ($0, value) } },
        uniquingKeysWith: { first, _ in first })
    }
    swallowed = byScalar(file.swallowed).mapValues {
      byScalar($0).compactMapValues(\.unicodeScalars.first)
    }
    charsets = file.charsets.compactMap { set in
      Charset(upper: Scalars(set.upper.unicodeScalars)).map { (set.names, $0) }
    }
  }
}
