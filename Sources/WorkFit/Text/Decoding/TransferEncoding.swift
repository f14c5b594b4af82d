/// How the bytes of a mail's part are written in ASCII (RFC 2045).
enum TransferEncoding {
  // MARK: - Quoted-printable

  /// The bytes of quoted-printable text; what is no escape stays as it is.
  static func quotedPrintable(_ text: some Collection<UInt8>) -> [UInt8] {
    let text = Array(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let byte = escaped(text, at: index) {
        bytes.append(byte)
        index += 3
      } else if let end = softEnd(text, at: index) {
        index = end
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  /// The byte that is escaped at a place: `=E2`.
  static func escaped(_ text: [UInt8], at index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "="), index + 2 < text.count,
      let high = Unicode.Scalar(text[index + 1]).hexadecimal,
      let low = Unicode.Scalar(text[index + 2]).hexadecimal
    else { return nil }
    return UInt8(high << 4 | low)
  }

  /// Behind a line end that is none, only there to keep lines short: `=` at the end of a line.
  static func softEnd(_ text: [UInt8], at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "=") else { return nil }
    var end = index + 1
    while end < text.count, text[end] == 0x20 || text[end] == 0x09, end - index < 4 { end += 1 }
    guard end < text.count else { return nil }
    if text[end] == 0x0D {
      return end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
    }
    return text[end] == 0x0A ? end + 1 : nil
  }

  // MARK: - Base64

  /// The bytes of base64; `nil` where it is none.
  static func base64(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    var isOver = false
    for byte in text {
      if byte <= 0x20 { continue }
      if byte == UInt8(ascii: "=") {
        isOver = true
        continue
      }
      guard !isOver, let value = value(byte) else { return nil }
      group = group << 6 | value
      count += 1
      if count == 4 {
        bytes += [UInt8(group >> 16), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
        group = 0
        count = 0
      }
    }
    switch count {
    case 2: bytes.append(UInt8(group >> 4 & 0xFF))
    case 3: bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
    default: break
    }
    return bytes
  }

  /// What a character of base64 stands for.
  static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  // MARK: - Characters

  /// The characters of a part's bytes, as UTF-8; the bytes that have none are replacement characters.
  static func text(_ bytes: [UInt8], charset name: String?, notes: inout [DecodingNote]) -> [UInt8]
  {
    let name = name?.lowercased() ?? "utf-8"
    switch name {
    case "utf-8", "utf8", "utf-7", "us-ascii", "ascii", "unknown-8bit":
      return ByteText.mixed(bytes[...])
    case "utf-16", "utf-16le", "utf-16be":
      let isBig = bytes.starts(with: [0xFE, 0xFF]) || name == "utf-16be"
      return Array(ByteText.utf16(bytes[...], isBig: isBig).utf8)
    default:
      if let charset = Charset.named(name) {
        // Many a part is UTF-8 and says that it is something else.
        let isUTF8 =
          bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
        return isUTF8 ? bytes : charset.text(of: bytes)
      }
      if bytes.contains(where: { $0 >= 0x80 }) {
        let note = DecodingNote.unknownCharset(String(name.prefix(40)))
        if !notes.contains(note) { notes.append(note) }
      }
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
  }
}
