import Testing

@testable import WorkFit

@Suite("long texts are decoded in pieces")
struct TextPiecesTests {
  private func pieces(_ text: String, _ longest: Int) -> [String] {
    let bytes = Array(text.utf8)
    return TextPieces(bytes, longest: longest).ranges.map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test("a piece ends behind an empty line, else behind a line, else between two characters")
  func borders() {
    #expect(pieces("one\n\ntwo\nthree", 12) == ["one\n\n", "two\nthree"])
    #expect(pieces("one\ntwo\nthree", 10) == ["one\ntwo\n", "three"])
    #expect(pieces("日本日本日", 8) == ["日本", "日本", "日"])
    #expect(pieces("short", 8) == ["short"])
    #expect(pieces("", 8) == [""])
  }

  @Test("put together, the pieces are the text, and none is too long", arguments: 8...40)
  func whole(longest: Int) {
    let text = String(repeating: "a é\n🙂👩‍👧 long line\r\n\r\n日本", count: 9)
    let pieces = pieces(text, longest)
    #expect(pieces.joined().utf8.elementsEqual(text.utf8))
    #expect(pieces.allSatisfy { $0.utf8.count <= longest && !$0.isEmpty })
  }

  @Test("decoded in pieces, a text is what it is decoded as a whole")
  func decoded() {
    let plain = "Nothing to be decoded here.\n\n"
    let text = plain + "You won&rsquo;t travel.\n\n" + plain + "We don\\u2019t meet.\n\n" + plain
    var whole = DecodingRound()
    var pieces = DecodingRound()
    pieces.longestPiece = 40
    let expected = whole.decoded(Array(text.utf8))
    let found = pieces.decoded(Array(text.utf8))
    #expect(expected != nil)
    #expect(found == expected)
    let unchanged = pieces.decoded(Array(String(repeating: plain, count: 3).utf8))
    #expect(unchanged == nil)
  }
}
