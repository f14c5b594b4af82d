import Phrases

/// A kind of document that another program turns into text.
struct DocumentKind: Sendable {
  /// What a person calls it.
  let name: Phrase
  /// The program, and what it is given; it reads standard input and writes UTF-8 to standard output.
  let program: String
  let arguments: [String]
  /// What to install, where the program is missing.
  let package: String

  static let pdf = DocumentKind(
    name: "a PDF", program: "pdftotext", arguments: ["-q", "-nopgbrk", "-enc", "UTF-8", "-", "-"],
    package: "poppler-utils")
  /// In pandoc's sandbox nothing but its standard input is read, from no disk and no network.
  static let word = DocumentKind(
    name: "a Word document", program: "pandoc",
    arguments: ["--sandbox", "--from=docx", "--to=plain", "--wrap=none"], package: "pandoc")

  static let richText = DocumentKind(
    name: "an RTF document", program: "pandoc",
    arguments: ["--sandbox", "--from=rtf", "--to=plain", "--wrap=none"], package: "pandoc")

  /// The document as its program reads it rightly.
  ///
  /// pandoc takes the letter behind the question mark of `\\u8217?` along, but not behind a space.
  func prepared(_ document: [UInt8]) -> [UInt8] {
    guard arguments.contains("--from=rtf") else { return document }
    var prepared: [UInt8] = []
    prepared.reserveCapacity(document.count)
    var index = 0
    while index < document.count {
      prepared.append(document[index])
      index += 1
      guard document[index - 1] == UInt8(ascii: "\\"), index < document.count,
        document[index] == UInt8(ascii: "u")
      else { continue }
      var end = index + 1
      if end < document.count, document[end] == UInt8(ascii: "-") { end += 1 }
      let first = end
      while end < document.count, end - first < 6, (0x30...0x39).contains(document[end]) {
        end += 1
      }
      guard end > first,
        let value = Int(String(decoding: document[(index + 1)..<end], as: UTF8.self))
      else { continue }
      // Characters beyond 32767 are written as negative numbers.
      prepared += Array("u\(value < 0 ? value + 65_536 : value)".utf8)
      if end < document.count, document[end] == UInt8(ascii: "?") { prepared.append(0x20) }
      index = end
    }
    return prepared
  }

  /// What these bytes are; `nil` where no other program is needed, or none would help.
  ///
  /// A `.docx` is a ZIP file, whose names of entries stand in it uncompressed.
  static func of(_ bytes: [UInt8]) -> DocumentKind? {
    if bytes.starts(with: "%PDF-".utf8) { return pdf }
    if bytes.starts(with: "{\\rtf".utf8) { return richText }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), holds(bytes, Array("word/document".utf8))
    else { return nil }
    return word
  }

  private static func holds(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
    var index = 0
    while index + name.count <= bytes.count {
      if bytes[index] == name[0], bytes[index..<index + name.count].elementsEqual(name) {
        return true
      }
      index += 1
    }
    return false
  }
}
