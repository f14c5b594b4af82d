/// Words of a mail's header that are encoded by themselves (RFC 2047): `=?utf-8?Q?Won=E2=80=99t?=`.
enum EncodedWords {
  private static let longest = 512

  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var isChanged = false
    // Where the word before ended: nothing but white space parts two that belong together.
    var lastEnd: Int?
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "="), let (word, end) = word(text, at: index) {
        if let lastEnd, text[lastEnd..<index].allSatisfy({ $0 <= 0x20 }) {
          result.removeLast(index - lastEnd)
        }
        result += word
        index = end
        lastEnd = end
        isChanged = true
      } else {
        if text[index] > 0x20 { lastEnd = nil }
        result.append(text[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  private static func word(_ text: [UInt8], at index: Int) -> ([UInt8], Int)? {
    guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "?") else { return nil }
    let limit = min(text.count, index + longest)
    var marks: [Int] = []
    var place = index + 1
    while place < limit, marks.count < 4, text[place] > 0x20 {
      if text[place] == UInt8(ascii: "?") { marks.append(place) }
      place += 1
    }
    guard marks.count == 4, place < text.count, text[place] == UInt8(ascii: "=") else { return nil }
    let charset = String(decoding: text[(marks[0] + 1)..<marks[1]], as: UTF8.self).prefix {
      $0 != "*"
    }
    let encoded = text[(marks[2] + 1)..<marks[3]]
    let bytes: [UInt8]?
    switch text[(marks[1] + 1)..<marks[2]] {
    case [UInt8(ascii: "Q")], [UInt8(ascii: "q")]:
      bytes = TransferEncoding.quotedPrintable(encoded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
    case [UInt8(ascii: "B")], [UInt8(ascii: "b")]: bytes = TransferEncoding.base64(encoded)
    default: bytes = nil
    }
    guard let bytes else { return nil }
    var notes: [DecodingNote] = []
    return (TransferEncoding.text(bytes, charset: String(charset), notes: &notes), place + 1)
  }
}
