/// The characters of the bytes of a file: which character set they are in is told by their mark, or by
/// themselves.
struct ByteText {
  let text: String
  /// Whether they were anything but UTF-8 without a mark.
  let isDecoded: Bool
  let notes: [DecodingNote]

  /// Bytes begin like that that are no text: PDF, ZIP (and with it the formats of offices), images.
  private static let binaries: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
    [0xD0, 0xCF, 0x11, 0xE0], [0x1F, 0x8B],
  ]

  /// `nil` where the bytes are no text.
  init?(_ bytes: [UInt8]) {
    guard !Self.binaries.contains(where: { bytes.starts(with: $0) }) else { return nil }
    if let wide = Self.wide(bytes) {
      text = wide
      isDecoded = true
      notes = []
    } else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      let valid = String(validating: body, as: UTF8.self)
      let mac = valid == nil && OldMacText.isLikely(body) ? Charset.named("macintosh") : nil
      text = valid ?? String(decoding: mac?.text(of: body) ?? Self.mixed(body), as: UTF8.self)
      isDecoded = valid == nil || body.count < bytes.count
      notes = valid != nil ? [] : mac == nil ? [.windows1252] : [.macRoman]
    }
    let controls = text.utf8.count {
      $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B || $0 == 0x7F
    }
    guard controls * Self.leastTextPerControl <= text.utf8.count + Self.leastTextPerControl else {
      return nil
    }
  }

  /// A text has not more than one odd control character in so many bytes.
  private static let leastTextPerControl = 10

  // MARK: - Two and four bytes a character

  private static func wide(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return utf32(bytes.dropFirst(4)) { $0.reversed() }
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(bytes.dropFirst(4)) { Array($0) } }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
    // Without a mark: every other byte of a Western text is zero.
    guard bytes.count >= 4 else { return nil }
    let zeros = [0, 1].map { side in
      stride(from: side, to: bytes.count, by: 2).reduce(0) { $0 + (bytes[$1] == 0 ? 1 : 0) }
    }
    let isMost = { (count: Int) in count * 10 >= bytes.count * 4 }
    if isMost(zeros[1]), zeros[0] * 20 <= zeros[1] { return utf16(bytes[...], isBig: false) }
    if isMost(zeros[0]), zeros[1] * 20 <= zeros[0] { return utf16(bytes[...], isBig: true) }
    return nil
  }

  /// UTF-16 of either order; a byte left over is none.
  static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func utf32(
    _ bytes: ArraySlice<UInt8>, order: (ArraySlice<UInt8>) -> [UInt8]
  ) -> String {
    var scalars: Scalars = []
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let value = order(bytes[index..<(index + 4)]).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      index += 4
    }
    return String(decoding: scalars.utf8, as: UTF8.self)
  }

  // MARK: - One byte a character

  /// UTF-8 with what is not UTF-8 in it read as Windows-1252.
  static func mixed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let charset = Charset.windows1252 else { return Array(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = UTF8Sequence.length(bytes[index...])
      if length > 0 {
        text += bytes[index..<(index + length)]
        index += length
      } else {
        text += charset.scalar(of: bytes[index]).utf8
        index += 1
      }
    }
    return text
  }
}

/// The encoded form of one character in UTF-8.
enum UTF8Sequence {
  /// How many bytes the first character takes; 0 where it is malformed.
  static func length(_ bytes: some Collection<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return 1 }
    guard let length = length(ledBy: first) else { return 0 }
    let sequence = bytes.prefix(length)
    return sequence.count == length && String(validating: sequence, as: UTF8.self) != nil
      ? length : 0
  }

  /// How many bytes a character takes that begins with a byte from 0x80 on; `nil` where none does.
  static func length(ledBy byte: UInt8) -> Int? {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// The character that so many bytes encode.
  static func scalar(_ bytes: some Collection<UInt8>) -> Unicode.Scalar? {
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count == 1 else {
      return nil
    }
    return text.unicodeScalars.first
  }
}
