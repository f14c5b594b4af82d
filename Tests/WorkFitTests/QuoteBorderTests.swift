import struct QuestionFlow.SeededRandom
import Testing

@testable import WorkFit

@Suite("a posting that is decoded")
struct QuoteBorderTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private static let pieces = [
    "You won’t travel", " ", ". ", "\n", "- ", "• ", "◦", "·", "é", "日本", "🙂", "👩‍💻", "“", "”", "…",
    "–",
    "\u{1B}", "\u{1B}•", "\u{1B}[", "\u{1B}]", "\u{7}", "<p>", "<", "&", "&nbsp", ";", "|", "\t",
    "*", "..",
    "!”", "?’", "Duties:", "\u{301}", "\u{9B}", "\u{2028}",
  ]

  @Test("no clause and no word begins or ends inside a character, whatever stands around it")
  func borders() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      let posting = Posting(text, lexicon: lexicon)
      let bytes = posting.source.bytes
      for clause in posting.clauses {
        for range in [clause.range] + clause.tokens.map(\.range) {
          #expect(
            String(validating: bytes[range], as: UTF8.self) != nil,
            "\(text.debugDescription) \(range)")
        }
        #expect(Array(posting.quote(clause).text.utf8) == Array(bytes[clause.range]))
      }
    }
  }

  @Test("the four bytes that once hung the reader are read")
  func escapedBullet() {
    for mark in ["•", "\u{2000}", "\u{203F}", "é", "🙂"] {
      #expect(Posting("\u{1B}\(mark)", lexicon: lexicon).clauses.count <= 1)
    }
  }

  @Test("its clauses stand in the text as read, and the posting as given is kept")
  func textAsRead() {
    let given = "Head Gardener\rYou won&rsquo;t travel to the shows.\r"
    let posting = Posting(given, lexicon: lexicon)
    #expect(posting.asRead.given == given)
    #expect(posting.asRead.isDecoded)
    #expect(posting.clauses.map(\.line) == [1, 2])
    #expect(posting.clauses.map { posting.quote($0).text }.last == "You won’t travel to the shows.")
  }
}
