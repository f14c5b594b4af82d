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
