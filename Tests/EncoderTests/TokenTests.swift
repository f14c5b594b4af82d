import Testing

@testable import Encoder

@Suite("Texts in pieces")
struct TokenTests {
  struct Reference: Decodable {
    struct Text: Decodable {
      let text: String
      let pieces: [String]
    }
    struct Pair: Decodable {
      let first: String
      let second: String
      let pieces: [String]
    }
    let longest: Int
    let pieces: [String]
    let texts: [Text]
    let pairs: [Pair]
  }

  let reference: Reference
  let special: SpecialPieces

  init() throws {
    let reference = try Fixture.decoded(Reference.self, from: "tokens.json")
    self.reference = reference
    func place(_ piece: String) throws -> Int {
      try #require(reference.pieces.firstIndex(of: piece))
    }
    special = SpecialPieces(
      begin: try place("<s>"), end: try place("</s>"), padding: try place("<pad>"),
      unknown: try place("[UNK]"))
  }

  @Test("a text is cut as the reference cuts it")
  func texts() throws {
    try VocabularyBytes.with(reference.pieces, special: special) { vocabulary in
      for row in reference.texts {
        let pieces = vocabulary.pieces(of: row.text, limit: 1000).map { vocabulary[Int($0)] }
        #expect(pieces == row.pieces, "\(row.text.debugDescription)")
      }
    }
  }

  @Test("a pair is framed, and the longer text is cut first, as the reference does")
  func pairs() throws {
    try VocabularyBytes.with(reference.pieces, special: special) { vocabulary in
      let most = reference.longest - EncodedPair.frame
      for row in reference.pairs {
        let pair = EncodedPair(
          vocabulary.pieces(of: row.first, limit: most),
          vocabulary.pieces(of: row.second, limit: most), special: special,
          longest: reference.longest)
        #expect(
          pair.pieces.map { vocabulary[Int($0)] } == row.pieces,
          "\(row.first.prefix(40)) | \(row.second.prefix(40))")
      }
    }
  }

  @Test("names of special pieces in a text are text")
  func specialNames() throws {
    try VocabularyBytes.with(reference.pieces, special: special) { vocabulary in
      let pieces = vocabulary.pieces(of: "<s>", limit: 20).map { vocabulary[Int($0)] }
      // The fixture's vocabulary has no angle brackets.
      #expect(pieces == ["[UNK]", "s", "[UNK]"])
    }
  }

  @Test(
    "of an endless text only the beginning is looked at",
    arguments: [" ", "a", "a ", "日", "\u{0301}", "😀"])
  func endless(part: String) throws {
    try VocabularyBytes.with(reference.pieces, special: special) { vocabulary in
      let long = String(repeating: part, count: 1_000_000 / part.utf8.count)
      let bounded = String(long.unicodeScalars.prefix(BasicTokens.longestText))
      #expect(
        vocabulary.pieces(of: long, limit: 92) == vocabulary.pieces(of: bounded, limit: 92))
    }
  }

  @Test("a word after the part that is looked at is not seen")
  func afterTheBound() throws {
    try VocabularyBytes.with(reference.pieces, special: special) { vocabulary in
      let blank = String(repeating: " ", count: BasicTokens.longestText)
      #expect(vocabulary.pieces(of: blank + "phone", limit: 92).isEmpty)
      #expect(vocabulary.pieces(of: blank.dropLast(5) + "phone", limit: 92).count == 1)
    }
  }
}
