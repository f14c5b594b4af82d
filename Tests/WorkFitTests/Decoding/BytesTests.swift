import Phrases
import Testing
import WorkFit

@Suite("the bytes of a file become characters")
struct BytesTests {
  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { (unit) -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  private static let utf32: [UInt8] = "You won’t sell.".unicodeScalars.flatMap { scalar in
    [UInt8(scalar.value & 0xFF), UInt8(scalar.value >> 8 & 0xFF), 0, 0] as [UInt8]
  }
  private static let wideTexts: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF] + Array("You won’t sell.".utf8),
    [0xFF, 0xFE] + utf16("You won’t sell.", isBig: false),
    [0xFE, 0xFF] + utf16("You won’t sell.", isBig: true),
    utf16("You won’t sell.", isBig: false),
    utf16("You won’t sell.", isBig: true),
    [0xFF, 0xFE, 0, 0] + utf32,
  ]

  @Test("UTF-8, UTF-16 and UTF-32 by their mark, UTF-16 by itself", arguments: wideTexts)
  func wide(bytes: [UInt8]) throws {
    let read = try #require(TextAsRead(bytes: bytes))
    #expect(read.text == "You won’t sell.")
    #expect(read.isDecoded)
    #expect(read.notes.isEmpty)
  }

  @Test("what is no UTF-8 is read as Windows-1252, and that is said; what is UTF-8 in it stays")
  func western() throws {
    let bytes =
      Array("You won".utf8) + [0x92] + Array("t sell caf".utf8) + [0xE9, 0x73, 0x20]
      + Array("– ever.".utf8)
    let read = try #require(TextAsRead(bytes: bytes))
    #expect(read.text == "You won’t sell cafés – ever.")
    #expect(read.isDecoded)
    #expect(read.notes == [.windows1252])
  }

  @Test("the apostrophe of an old Mac's file is one")
  func macintosh() throws {
    let bytes = Array("You won".utf8) + [0xD5] + Array("t sell.\rYou mow.\r".utf8)
    #expect(try #require(TextAsRead(bytes: bytes)).text == "You won’t sell.\nYou mow.\n")
  }

  @Test("a plain text is as given, and no bytes of a program or an image are a text")
  func others() throws {
    let plain = try #require(TextAsRead(bytes: Array("You won't sell.".utf8)))
    #expect(plain.text == "You won't sell.")
    #expect(!plain.isDecoded)
    #expect(TextAsRead(bytes: Array("%PDF-1.7 x".utf8)) == nil)
    #expect(TextAsRead(bytes: [0x50, 0x4B, 3, 4, 20, 0]) == nil)
    #expect(TextAsRead(bytes: [UInt8](repeating: 1, count: 100)) == nil)
    #expect(TextAsRead(bytes: []) != nil)
  }

  @Test("a stray zero byte is nothing, and hides no word")
  func zero() throws {
    #expect(
      try #require(TextAsRead(bytes: Array("You wo\u{0}n’t sell any of it.".utf8))).text
        == "You won’t sell any of it.")
  }

  @Test("characters that are lost are counted and said")
  func lost() {
    #expect(TextAsRead("a \u{FFFD}\u{FFFD} b").notes == [.lost(2)])
    #expect(
      TextAsRead("a \u{FFFD} b").notes.map(\.phrase.description) == [
        "One character of the text is lost, and what it was is not guessed."
      ])
  }
}
