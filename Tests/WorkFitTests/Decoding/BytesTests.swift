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

  @Test("an old Mac's dashes, quotes and bullets show that a file is its own, and that is said")
  func oldMac() throws {
    let text =
      Array("We are ".utf8) + [0xD2] + Array("open".utf8) + [0xD3] + Array(" ".utf8) + [0xD0]
      + Array(" mostly\n".utf8) + [0xA5] + Array(" a caf".utf8) + [0x8E] + Array(" nearby\n".utf8)
    let read = try #require(TextAsRead(bytes: text))
    #expect(read.text == "We are “open” – mostly\n• a café nearby\n")
    #expect(read.notes == [.macRoman])
  }

  @Test("capital letters with an accent inside Western words make no Mac of a file")
  func accents() throws {
    let bytes = Array("JOS".utf8) + [0xC9] + Array(" and S".utf8) + [0xD5] + Array("N\n".utf8)
    #expect(try #require(TextAsRead(bytes: bytes)).notes == [.windows1252])
  }

  @Test("UTF-7 is read, and what only looks like it stays")
  func shifted() throws {
    #expect(
      TextAsRead("You won+IBk-t sell caf+AOk-s, +AKM-30k.").text == "You won’t sell cafés, £30k.")
    #expect(TextAsRead("a caf+AOk in Z+APw-rich").text == "a café in Zürich")
    for text in ["C+AND-D gates", "a+b-c", "5+-2", "+44-20 7946 0000", "A+AAAA-x"] {
      #expect(TextAsRead(text).text == text)
    }
  }

  @Test("U+0085 ends a line, unless the text is Windows-1252 read as Latin-1")
  func nextLine() throws {
    #expect(TextAsRead("You mow.\u{85}You rake.").text == "You mow.\nYou rake.")
    #expect(TextAsRead("You won\u{92}t sell\u{85}").text == "You won’t sell…")
    #expect(TextAsRead("lawns\u{85} and hedges").text == "lawns… and hedges")
  }

  @Test("the inside of an RTF document is said to be one")
  func richText() throws {
    #expect(TextAsRead("{\\rtf1\\ansi You won\\'92t sell.}").notes == [.richText])
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
